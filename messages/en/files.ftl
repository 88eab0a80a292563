# Names and answers that Cartera reads back, from files and from people. A language without a
# mapping of its own for the account map keeps the English ones.

yes-answers = y yes
accounts-file = account_map.csv
accounts-delimiter = ,
accounts-column-system = system
accounts-column-external-id = external_id
accounts-column-external-name = external_name
accounts-column-account-id = account_id
accounts-column-account-name = account_name
accounts-column-evidence = evidence
accounts-column-confidence = confidence
accounts-column-rows = rows_waiting
accounts-column-decision = decision
accounts-yes = yes
