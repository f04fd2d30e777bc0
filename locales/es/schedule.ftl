# Palabras delante del nombre de una sala que le pertenecen: «en la biblioteca».
schedule-before-room = en la el las los una un al a del de sala nuestra llamada aula
# Palabras con las que se habla de una sala, aunque ninguna se llame así.
schedule-room-words = sala salas aula aulas biblioteca laboratorio salón habitación auditorio
schedule-seat-words = plazas plaza asientos asiento sitios personas sillas alumnos
# Lo que podría llamarse cualquier reserva.
schedule-general = sesión sesiones clase clases cita citas reserva reservas reunión reuniones evento eventos estudio calendario agenda horario sala hueco
schedule-all-words = todas todos todo toda serie entera
schedule-one-words = solo sólo una esta uno este próxima siguiente
# Lo que «planifica …» deja delante y detrás del título.
schedule-tidy =
    .dropped = ^(?:una?|la|el|los|las|de|del|para|mi|mis|con|en|al|a|algo de|un rato de)\s+(?=\w)|\s+(?:en|la|el|para|de|a|mi|calendario|agenda|horario)$|^(?:una?|para|en|de|tiempo|algo)$
    .room = ^(?:la|el|una|un|nueva|llamada)\s+(?=\w)|^(?:sala|aula)\s+(?=[^\W\d])|[,;]?\s+(?:con|para|tiene|y|es|ahora|plazas|de|desde|abierta|abierto)$
schedule-title = Agenda
schedule-untitled = Sesión de estudio
schedule-week =
    .label = Ver mi agenda
    .example = qué tengo esta semana en la agenda
    .help = Tus sesiones y salas, día por día.
schedule-week-done =
    Tu agenda:
    { $lines }
schedule-week-none = No hay nada reservado en los próximos siete días.
schedule-week-none-then = { $days }: nada reservado.
schedule-week-reminders =
    { $count ->
        [one] Y un recordatorio.
       *[other] Y { $count } recordatorios.
    }
schedule-week-more =
    { $count ->
        [one] … y una más.
       *[other] … y { $count } más.
    }
schedule-book =
    .label = Reservar un rato
    .example = planifica dos horas de mates el sábado por la mañana
    .again = reserva la biblioteca mañana de 3 a 5
    .help = Tiempo de estudio para ti o una sala; una vez o cada semana.
schedule-book-when = ¿Cuándo va a ser?
schedule-clock = ¿A qué hora?
schedule-zone = Para acertar con la hora: ¿en qué ciudad estás? O dime qué hora es ahí.
schedule-zone-unknown = No conozco ese lugar. Dime una ciudad grande que esté cerca, o algo como «UTC+3».
schedule-impossible = «{ $said }»: ese momento no existe. ¿Cuándo va a ser?
schedule-past = { $past } ya ha pasado. ¿Cuándo va a ser?
schedule-often = Es demasiado a menudo para mí: puedo repetir algo cada día, semana o mes. ¿Cuándo va a ser?
schedule-never = Ya no hay ningún día así. ¿Cuándo va a ser?
schedule-length = Una reserva dura entre { $minutes } minutos y { $hours } horas. Pídemela otra vez con otra duración.
schedule-book-done = { $when }: { $what }. Ya está en tu agenda.
schedule-book-room = { $when }: { $what }. La sala es tuya.
schedule-book-again = Lo repito { $every }.
schedule-book-usual = Una hora, porque no has dicho hasta cuándo.
schedule-book-yours = En tu reloj: { $when }.
schedule-book-lost = Ya está ocupada, así que no cuenta con ella estos días: { $days }.
schedule-book-clash = Ojo: a esa hora también tienes «{ $what }».
schedule-book-own = Sin sala
schedule-book-room-which = { $when }: estas salas están libres. ¿Cuál reservo?
schedule-cancel-this = Cancelar
schedule-closed = { $when }: { $room } está cerrada, abre a las { $opens } y cierra a las { $closes }. ¿Qué otra hora te va bien?
schedule-taken = { $when }: { $room } ya está ocupada. ¿Qué otra hora te va bien?
schedule-seats =
    { $count ->
        [one] { $room } (una plaza)
       *[other] { $room } ({ $count } plazas)
    }
schedule-room-line = { $room }, abierta { $opens }–{ $closes }
schedule-rooms =
    .label = Ver las salas
    .example = qué salas hay
    .help = Con sus plazas y horarios.
schedule-rooms-done =
    { $count ->
        [one] Hay una sala:
       *[other] Hay { $count } salas:
    }
    { $lines }
schedule-rooms-none = Aquí todavía no hay salas: las añade el profesorado, con «nueva sala Biblioteca con 6 plazas». Aun así puedes tener ese rato en tu agenda.
schedule-rooms-none-yet = Aquí todavía no hay salas: las añade el profesorado, con «nueva sala Biblioteca con 6 plazas». Para estudiar por tu cuenta no hace falta ninguna.
schedule-rooms-yours = Todavía no hay salas. Añade una: «nueva sala Biblioteca con 6 plazas, abierta de 8 a 20».
schedule-room-unknown =
    No conozco esa sala. ¿A cuál te refieres?
    { $lines }
schedule-room-none = No hay ninguna sala «{ $room }».
schedule-open =
    .label = Añadir una sala
    .example = nueva sala Biblioteca con 6 plazas, abierta de 8 a 20
    .help = Para el profesorado: así todo el mundo puede reservarla. Con las mismas palabras se cambia.
schedule-open-text = ¿Cómo se llama la sala?
schedule-open-done = Añadida: { $room }. Ya se puede reservar.
schedule-open-changed = Cambiada: { $room }.
schedule-open-hours = Ese horario no sirve: una sala abre y cierra el mismo día, a horas en punto. Dímelo otra vez, por ejemplo «abierta de 8 a 20».
schedule-open-many = Ya hay { $count } salas y no puedo llevar más.
schedule-open-seats = Una sala tiene entre 1 y 999 plazas. Dímelo otra vez.
schedule-close =
    .label = Quitar una sala
    .example = quita la sala Biblioteca
    .help = Para el profesorado. Si está reservada, te pregunto otra vez.
schedule-close-text = ¿Qué sala quito?
schedule-close-sure =
    { $count ->
        [one] { $room } tiene una reserva pendiente. ¿La quito de verdad?
       *[other] { $room } tiene { $count } reservas pendientes. ¿La quito de verdad?
    }
schedule-close-yes = Sí, quítala
schedule-close-no = No, déjala
schedule-close-kept = De acuerdo, { $room } se queda.
schedule-close-done = Quitada: { $room }.
schedule-free =
    .label = Buscar un hueco
    .example = está libre la biblioteca mañana a las 3
    .help = De una sala, de cualquiera o tuyo.
schedule-free-yes = { $when }: { $room } está libre.
schedule-part = .
    .morning = \b(?:por la mañana|de la mañana|mañana por la mañana)\b
    .afternoon = \b(?:tarde)\b
    .evening = \b(?:noche)\b
schedule-free-no = { $when }: { $room } está ocupada.
schedule-free-closed = { $when }: { $room } está cerrada. Abre a las { $opens } y cierra a las { $closes }.
schedule-free-rooms =
    { $when }: están libres
    { $lines }
schedule-free-none = { $when }: no hay ninguna sala libre.
schedule-free-book = Reservar { $room }
schedule-free-unknown =
    No conozco esa sala. Hay:
    { $lines }
schedule-free-full = { $days }: ya no queda nada libre.
schedule-free-gaps =
    Libre:
    { $lines }
schedule-free-you = { $when }: no tienes nada reservado.
schedule-free-busy =
    A esa hora tienes:
    { $lines }
schedule-free-gaps-you =
    Tienes libre:
    { $lines }
schedule-free-full-you = { $days }: no te queda tiempo libre.
schedule-which =
    ¿A cuál te refieres?
    { $lines }
schedule-none-such = No he encontrado ninguna reserva así.
schedule-one-or-all = Es una serie. ¿Solo esta ({ $what }) o todas?
schedule-only-one = Solo esta
schedule-all-of-them = Todas
schedule-move =
    .label = Mover una reserva
    .example = pasa mi sesión de mates al viernes a las 4
    .help = A otra hora, o «una hora más tarde». Si encajan varias, te pregunto cuál.
schedule-move-when = ¿A qué hora paso «{ $what }»?
schedule-move-done = Cambiada. { $when }: { $what }.
schedule-move-never = No puedo pasar esta serie a otros días. Cancélala y resérvala de nuevo.
schedule-cancel =
    .label = Cancelar una reserva
    .example = cancela mi sesión de mates del sábado
    .help = Si encajan varias, te pregunto cuál.
schedule-cancel-done = Cancelada: { $what }. { $when } vuelve a estar libre.
schedule-cancel-all = Cancelada: { $what }, { $every }.
schedule-cancel-gone = Esta reserva ya no existe.
schedule-room-gone = Esta sala ya no existe.
schedule-remind =
    .label = Avisarme antes de una sesión
    .example = avísame 10 minutos antes de mi sesión de mates
    .help = Cada vez, si es una serie.
schedule-remind-ten = Avisarme { $minutes } minutos antes
schedule-remind-done =
    { $minutes ->
        [one] Te avisaré un minuto antes: { $what }. { $when }.
       *[other] Te avisaré { $minutes } minutos antes: { $what }. { $when }.
    }
schedule-remind-hours = Puedo avisarte entre un minuto y { $hours } horas antes.
schedule-remind-late = Empieza demasiado pronto para eso.
schedule-soon =
    { $minutes ->
        [one] En un minuto: { $what }, { $times }.
       *[other] En { $minutes } minutos: { $what }, { $times }.
    }
schedule-lost-later =
    Algunos días de tu serie la sala está ocupada, así que esos días no hay sesión:
    { $lines }
schedule-export =
    .label = Enviarme mi calendario
    .example = envíame mi calendario como archivo
    .help = Un archivo .ics que abre cualquier calendario.
schedule-export-done =
    { $count ->
        [one] Aquí tienes tu calendario con una reserva. Abre el archivo con tu aplicación de calendario.
       *[other] Aquí tienes tu calendario con { $count } reservas. Abre el archivo con tu aplicación de calendario.
    }
schedule-subscribe =
    .label = Enlace del calendario
    .example = dame un enlace a mi calendario
    .help = Tu aplicación de calendario trae tu agenda por sí sola.
schedule-subscribe-done =
    Añade esta dirección a tu aplicación de calendario como suscripción:
    { $address }
    Quien la conozca puede ver tu agenda, así que guárdala para ti.
    .speech = Aquí tienes la dirección de tu calendario. Guárdala para ti.
schedule-subscribe-fresh =
    Aquí tienes una dirección nueva, la anterior ya no funciona:
    { $address }
    Quien la conozca puede ver tu agenda, así que guárdala para ti.
    .speech = Aquí tienes una dirección nueva de tu calendario. La anterior ya no funciona.
schedule-subscribe-new = Enlace nuevo
schedule-subscribe-off = Todavía no se me puede alcanzar desde fuera, así que no hay enlace: quien me gestiona tiene que configurar VIVA_PUBLIC_URL. Puedes tener tu calendario como archivo.
