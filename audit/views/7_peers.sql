-- Each client beside the others of its segment that have a value too, in tenths of them; those
-- alike count half. Never under five others.
CREATE MACRO place_among(own, others) AS round_even(10.0 * list_sum(list_transform(others,
    lambda other: CASE WHEN abs(other - own) <= 1e-9 * greatest(1, abs(own)) THEN 0.5 WHEN other < own THEN 1 ELSE 0 END))
    / len(others), 0) / 10;
