# Lo que aconseja el libro de renovación.

workbook-advice-and = { "" } y { $last }
workbook-advice-headline-missing = Aún no se puede mostrar el margen. Falta: { $names }
workbook-advice-headline-no-request = No se pide descuento: renovar sin cambios mantiene un margen de contribución del { $margin }
workbook-advice-headline-below-floor = Ninguna oferta alcanza el margen mínimo del { $floor }: decide Finanzas
workbook-advice-headline-unknown = No se sabe si compensa un { $discount } de descuento: se desconocen las probabilidades de renovación
workbook-advice-headline-grant = Conceder el { $discount } pedido: vale { $gain } más que renovar sin cambios
workbook-advice-headline-keep = Mantener el precio: renovar sin cambios vale { $gap } más que conceder el { $discount }
workbook-advice-headline-offer = Ofrecer { $offer }: vale { $gap } más que conceder el { $discount }
workbook-advice-per-point = Cada punto de descuento cedería { $lost } al año.
workbook-advice-effect = Un descuento del { $discount } cede { $lost } al año si el cliente se hubiera quedado de todos modos, y lleva el margen de contribución del { $before } al { $after }.
workbook-advice-effect-price-only = Un descuento del { $discount } cede { $lost } al año si el cliente se hubiera quedado de todos modos. Lo que queda no puede decirse sin el coste.
workbook-advice-ceiling = Con una probabilidad de renovación del { $now }, ningún descuento superior al { $ceiling } podría compensar en el año, ni aunque asegurara la renovación.
workbook-advice-cannot-pay = El { $discount } no puede compensar en el año: al precio actual la renovación tiene una probabilidad del { $now }, y ni asegurarla compensaría más del { $ceiling }.
workbook-advice-only-up-to = Si la renovación pasa del { $now } al { $then }, solo compensan descuentos de hasta el { $largest }.
workbook-advice-concessions = Las concesiones incluidas, por valor de { $worth } al año, cuentan como descuento y cuestan { $cost }.
workbook-advice-approval-best = La oferta aconsejada la aprueba: { $approver }.
workbook-advice-no-discount-pays = Ningún descuento compensa: no se espera que haga más probable la renovación ({ $now } sin él, { $then } con él).
workbook-advice-pays = El { $discount } compensa en el año: si la renovación pasa del { $now } al { $then }, compensa cualquier descuento de hasta el { $largest }.
workbook-advice-pays-up-to = El { $discount } no compensa en el año: si la renovación pasa del { $now } al { $then }, solo compensan descuentos de hasta el { $largest }.
workbook-advice-never-pays = El { $discount } no puede compensarse con volumen ni con fidelidad: supera todo el margen sobre el coste evitable.
workbook-advice-what-it-takes = Para que el { $discount } compense, la renovación tiene que ser { $ratio } veces más probable que ahora, o el cliente comprar un { $volume } más al precio rebajado.
workbook-advice-probability-needed = Con la probabilidad actual, eso supone una probabilidad de renovación del { $needed } con el descuento.
workbook-advice-best = { $offer }: VAN esperado de { $worth } en { $years } años, frente a { $request } con la solicitud tal cual y { $as_is } sin cambios.
workbook-advice-walk-away = No bajar de { $price } al año: por debajo, el margen de contribución no llega al mínimo del { $floor }.
workbook-advice-already-below = Ya el precio actual queda por debajo del mínimo del { $floor }, que exige { $price } al año.
workbook-advice-approval = La solicitud supone un descuento del { $share } sobre lista. Aprueba: { $approver }.
workbook-advice-approval-because = La solicitud supone un descuento del { $share } sobre lista. Aprueba: { $approver } ({ $reason }).

workbook-approval-reason-band = por su descuento
workbook-approval-reason-deal-size = un nivel más por el tamaño del acuerdo
workbook-approval-reason-long-term = por la duración del plazo
workbook-approval-reason-margin-floor = por debajo del margen mínimo
