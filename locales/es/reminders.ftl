# Lo que «recuérdame que …» deja delante del texto.
reminders-tidy =
    .dropped = ^(?:que|de que|de) (?=\w)
reminders-title = Recordatorios
reminders-create =
    .label = Poner un recordatorio
    .example = recuérdame mañana a las nueve llamar a Ana
    .again = recuérdame cada lunes a las seis ir a correr
    .help = Una vez, o una y otra vez: «cada lunes a las seis».
reminders-create-text = ¿Qué quieres que te recuerde?
reminders-create-when = ¿Cuándo quieres que te lo recuerde?
reminders-create-zone = Para llegar a tiempo: ¿en qué ciudad estás? O dime qué hora es allí.
reminders-create-zone-unknown = No conozco ese lugar. Dime una ciudad grande cercana, o algo como «UTC+3», por favor.
reminders-create-clock = ¿A qué hora de hoy quieres que te lo recuerde?
reminders-create-past = { $past } ya ha pasado. ¿Cuándo quieres que te lo recuerde?
reminders-create-never = Hasta el { $date } no hay ningún día así. ¿Cuándo quieres que te lo recuerde?
reminders-impossible = «{ $said }»: ese momento no existe. ¿Cuándo quieres que te lo recuerde?
reminders-create-done = { $when }: { $text }.
reminders-create-morning = { $when }: { $text }. No me has dicho la hora, así que he puesto la mañana.
reminders-create-again = { $when }: { $text }. Lo repetiré { $every }.
reminders-create-again-morning = { $when }: { $text }. Lo repetiré { $every }. No me has dicho la hora, así que he puesto la mañana.
reminders-due = Recordatorio: { $text }
reminders-due-late =
    Recordatorio: { $text }
    Perdona, llego tarde. Era para el { $date }, { $time }.
reminders-later =
    .label = Recuérdamelo más tarde
    .example = recuérdame más tarde llamar a Ana
    .help = Te propongo algunas horas.
reminders-later-hour = Dentro de una hora
reminders-later-evening = Esta tarde
reminders-later-morning = Mañana por la mañana
reminders-list =
    .label = Ver mis recordatorios
    .example = cuáles son mis recordatorios
    .help = Primero los más próximos.
reminders-list-none = No tienes recordatorios.
reminders-list-none-then = No tienes recordatorios para ese momento.
reminders-list-done =
    { $count ->
        [one] Tienes un recordatorio:
       *[other] Tienes { $count } recordatorios:
    }
    { $lines }
reminders-list-more =
    { $count ->
        [one] … y uno más.
       *[other] … y { $count } más.
    }
reminders-line = { $when }: { $text }
reminders-line-again = { $when }: { $text } ({ $every })
reminders-delete =
    .label = Borrar un recordatorio
    .example = cancela el recordatorio del examen
    .help = Por sus palabras, su hora o su número en la lista.
reminders-delete-text =
    ¿Qué recordatorio quieres que borre?
    { $lines }
reminders-delete-none = No he encontrado ese recordatorio.
reminders-delete-no-such =
    { $count ->
        [one] No hay ningún recordatorio con ese número: solo tienes uno.
       *[other] No hay ningún recordatorio con ese número: tienes { $count }.
    }
reminders-delete-done = Borrado: { $text }
reminders-delete-gone = Este recordatorio ya no existe.
reminders-clear =
    .label = Borrar todos los recordatorios
    .example = borra todos mis recordatorios
    .help = Te pregunto una vez más antes de hacerlo.
reminders-clear-sure =
    { $count ->
        [one] Tienes un recordatorio. ¿De verdad quieres que lo borre?
       *[other] Tienes { $count } recordatorios. ¿De verdad quieres que los borre todos?
    }
reminders-clear-yes =
    { $count ->
        [one] Sí, bórralo
       *[other] Sí, bórralos
    }
reminders-clear-no =
    { $count ->
        [one] No, déjalo
       *[other] No, déjalos
    }
reminders-clear-kept =
    { $count ->
        [one] De acuerdo, se queda.
       *[other] De acuerdo, se quedan.
    }
reminders-clear-done =
    { $count ->
        [one] Listo: he borrado tu recordatorio y tu lista está vacía.
       *[other] Listo: he borrado tus { $count } recordatorios y tu lista está vacía.
    }
reminders-every-minute =
    { $every ->
        [1] cada minuto
       *[other] cada { $every } minutos
    }
reminders-every-hour =
    { $every ->
        [1] cada hora
       *[other] cada { $every } horas
    }
reminders-every-day =
    { $every ->
        [1] todos los días
       *[other] cada { $every } días
    }
reminders-every-week =
    { $every ->
        [1] todos los { $days }
       *[other] cada { $every } semanas, los { $days }
    }
reminders-every-month =
    { $every ->
        [1] el { reminders-nth } de cada mes
       *[other] cada { $every } meses, el { reminders-nth }
    }
reminders-nth = { $day }
reminders-every-year =
    { $every ->
        [1] cada año el { $date }
       *[other] cada { $every } años el { $date }
    }
reminders-every-month-end =
    { $every ->
        [1] el último día de cada mes
       *[other] cada { $every } meses, el último día
    }
reminders-every-nth =
    { $every ->
        [1] los { $which } { $days } de cada mes
       *[other] cada { $every } meses, los { $which } { $days }
    }
reminders-which =
    { $nth ->
        [1] primeros
        [2] segundos
        [3] terceros
        [4] cuartos
        [5] quintos
       *[other] últimos
    }
reminders-date = d 'de' MMMM
reminders-date-with-year = d 'de' MMMM 'de' y
reminders-every-at = { $every } a las { $times }
reminders-every-until = { $every } hasta el { $date } inclusive
reminders-every-workday = de lunes a viernes
reminders-weekday-0 = lunes
reminders-weekday-1 = martes
reminders-weekday-2 = miércoles
reminders-weekday-3 = jueves
reminders-weekday-4 = viernes
reminders-weekday-5 = sábados
reminders-weekday-6 = domingos
