"""The pages that explain: the KPI dictionary, the canonical tables."""
