# Puntuación de la relación: componentes, clases y las reglas que las deciden.

component-growth = Crecimiento
component-margin = Margen
component-payment = Pago
component-satisfaction = Satisfacción
component-service = Servicio
component-usage = Uso
component-cadence = Reuniones

standing-grow = Hacer crecer
standing-keep = Mantener
standing-repair = Reparar
standing-exit = Salir

standing-rule-unprofitable-and-weak = Pierde dinero y la puntuación es débil.
standing-rule-unprofitable = Pierde dinero.
standing-rule-weak = La puntuación es débil.
standing-rule-broken-part = Un componente en nivel crítico.
standing-rule-falling = La puntuación cayó con fuerza frente al periodo anterior.
standing-rule-strong-and-growing = Puntuación alta, margen sobre el mínimo e ingresos al alza en un año.
standing-rule-steady = Relación estable, sin nada que reparar.
