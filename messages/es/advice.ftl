# Lo que aconseja el archivo de renovación.

workbook-advice-and = { "" } y { $last }
workbook-advice-headline-missing = Aún no se puede mostrar el margen. Falta: { $names }
workbook-advice-headline-below-floor = Ninguna oferta cumple la política con el margen mínimo del { $floor }: decide Finanzas con quien aprueba
workbook-advice-headline-grant = Conceder lo que piden, { $asked }: { $gain } frente a renovar sin cambios; margen { $margin }{ $turns }
workbook-advice-headline-keep = Piden { $asked }. Mantener el precio: renovar sin cambios vale { $gap } frente a lo pedido; margen { $margin }{ $turns }
workbook-advice-per-point = Cada punto de descuento cedería { $lost } al año.
workbook-advice-effect = Un descuento del { $discount } cede { $lost } al año si el cliente se hubiera quedado de todos modos, y lleva el margen previsto del { $before } al { $after }.
workbook-advice-effect-price-only = Un descuento del { $discount } cede { $lost } al año si el cliente se hubiera quedado de todos modos. Lo que queda no puede decirse sin el coste.
workbook-advice-concessions = Las concesiones incluidas, por valor de { $worth } al año, cuentan como descuento y cuestan { $cost }.
workbook-advice-walk-away = No bajar de { $price } al año: por debajo, el margen previsto no llega al mínimo del { $floor }.
workbook-advice-already-below = Ya el precio actual queda por debajo del mínimo del { $floor }, que exige { $price } al año.
workbook-advice-approval = Lo pedido supone un descuento del { $share } sobre lista y lo aprobaría: { $approver } ({ $reason }).
workbook-advice-headline-keep-unasked = No piden nada, y nada dentro de la política vale más que renovar sin cambios; margen { $margin }{ $turns }
workbook-advice-headline-counter = Piden { $asked }. Contraoferta: { $package }, { $gain } frente a renovar sin cambios y { $gap } frente a lo pedido; margen { $margin }{ $turns }
workbook-advice-headline-offer-unasked = No piden nada. Lo que más vale dentro de la política: { $package }, { $gain } frente a renovar sin cambios; margen { $margin }{ $turns }
workbook-advice-headline-open-unasked = No piden nada. Empezar por { $first } y reservar lo que más vale dentro de la política: { $package } ({ $gain } frente a renovar sin cambios; margen { $margin }){ $turns }
workbook-advice-worths = { $package }: VAN esperado de { $worth } en { $years ->
        [one] 1 año
       *[other] { $years } años
    } sobre coste evitable, { $against ->
        [both] frente a { $request } con lo pedido y { $as_is } sin cambios.
        [as_is] frente a { $as_is } sin cambios.
        [request] lo máximo dentro de la política, frente a { $request } con lo pedido.
       *[nothing] lo máximo dentro de la política.
    }
workbook-advice-full-cost-differs = Contando todo el coste, { $offer } valdría más que { $advised }: el coste que no se evita se paga tanto si el cliente se queda como si se va, así que no decide.
workbook-advice-smallest = Mínima concesión con casi la misma probabilidad que lo pedido ({ $odds } frente a { $asked }): { $package }, VAN esperado de { $worth }.
workbook-advice-turns-above = El consejo pasa a ser { $package } si renovar al precio actual es más probable que el { $share } (ahora { $now }).
workbook-advice-turns-below = Pasa a ser { $package } si renovar al precio actual es menos probable que el { $share } (ahora { $now }).
workbook-advice-turns-never = Ninguna probabilidad de renovar al precio actual cambia el consejo.
workbook-advice-basis-level = Con estas probabilidades, ningún descuento hace más probable la renovación.
workbook-advice-approval-unlisted = Lo pedido lo aprobaría: { $approver } ({ $reason }).
workbook-advice-headline-turns = { $side ->
        [above] ; cambia si renovar al precio actual es más probable que el { $share }
        [below] ; cambia si renovar al precio actual es menos probable que el { $share }
       *[never] ; ninguna probabilidad de renovar la cambia
    }
workbook-advice-reason-barred = Lo pedido queda fuera de la política: { $bar ->
        [margin] su margen no llega al mínimo.
        [term] su plazo es más largo que lo que se ofrece.
        [term_for_nothing] pide un plazo más largo por muy poco descuento.
        [services] pide más servicios de los que pueden darse.
        [payment] se paga más tarde que hoy.
       *[payment_for_nothing] se paga antes a cambio de muy poco.
    }
workbook-advice-reason-missing = Sin precio ni coste no se puede valorar ninguna oferta.
workbook-advice-reason-none = Todas las ofertas dejan menos que el margen mínimo del { $floor }.
workbook-advice-headline-settled = Ya firmado: sigue un contrato del { $start } al { $end }. No hay nada abierto
workbook-advice-headline-settled-endless = Ya firmado: sigue un contrato desde el { $start }, sin fin. No hay nada abierto
workbook-advice-reason-settled = El CRM tiene un contrato firmado que sigue al que termina; lo de abajo es aquello sobre lo que se negoció.
workbook-advice-basis = Probabilidad de renovar: { $now } al precio actual ({ $whose_now }), { $then } { $given } ({ $whose_then }); entre ambas, una curva.
workbook-advice-basis-own = Renovaciones propias: { $count } decididas de { $first } a { $last }.
workbook-advice-basis-contrary = Las { $count } renovaciones propias decididas de { $first } a { $last } no se usan: en ellas, a mayor descuento menos renovaciones, porque los descuentos van a clientes en riesgo.

workbook-approval-reason-band = por su descuento
workbook-approval-reason-deal-size = un nivel más por el tamaño del acuerdo
workbook-approval-reason-long-term = por la duración del plazo
workbook-approval-reason-margin-floor = por debajo del margen mínimo
workbook-approval-reason-list-price = no se conoce el precio de lista
workbook-advice-precedents-few = { $count ->
        [one] Solo se ha decidido una renovación de un cliente parecido: es poco
       *[other] Solo se han decidido { $count } renovaciones de clientes parecidos: son pocas
    } para comparar.
workbook-advice-precedents-margin = { $request ->
        [known] Su margen después fue del { $margin } (mediana); lo pedido dejaría un { $left }.
       *[unknown] Su margen después fue del { $margin } (mediana).
    }
workbook-advice-precedents = De { $count } clientes parecidos renovaron { $renewed }; pedían el { $asked } y se les concedió el { $granted } (medianas).
workbook-advice-precedents-stand = { $extent ->
        [none] Ninguno pedía menos que este cliente.
        [all] Todos pedían menos que este cliente.
       *[some] El { $below } de ellos pedía menos que este cliente.
    }
