# Names and answers that Cartera reads back, from files and from people. A language without a
# mapping of its own for the account map keeps the English ones.

yes-answers = s sí si y yes
accounts-file = mapa_de_cuentas.csv
accounts-delimiter = ;
accounts-column-system = sistema
accounts-column-external-id = id_externo
accounts-column-external-name = nombre_externo
accounts-column-account-id = cuenta
accounts-column-account-name = nombre_cuenta
accounts-column-evidence = evidencia
accounts-column-confidence = confianza
accounts-column-rows = filas_en_espera
accounts-column-decision = decisión
accounts-yes = sí
