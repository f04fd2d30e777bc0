privacy-title = Privacidad
privacy-yes = Sí
privacy-no = No
privacy-kind = • { $kind ->
    [note] Notas
    [reminder] Recordatorios
    [deck] Mazos de tarjetas
    [card] Tarjetas
    [enrolment] Cursos en los que estás
    [booking] Reservas
    [material] Documentos y grabaciones
    [thread] Charlas con asistentes
    [fact] Registros de tu progreso
    [message] Mensajes
   *[other] Otras entradas
}: { $count }
privacy-vendor = • { $what ->
    [llm] Preguntas a los asistentes
    [stt] Grabaciones, para oírlas
    [vision] Imágenes, para mirarlas
    [tts] Respuestas, para leerlas en voz alta
   *[other] Lo que guardas, para encontrarlo por su sentido
}: { $names }
privacy-show =
    .label = Privacidad
    .example = qué datos guardas sobre mí
    .help = Qué guardo de ti y adónde va.
privacy-show-nothing = nada todavía
privacy-show-kept =
    Esto es lo que guardo de ti:
    { $lines }
privacy-show-inside = Nada de eso sale de esta casa: todo lo que dices se entiende aquí.
privacy-show-outside =
    Todo está en esta casa. Para responderte, puede que envíe una parte a:
    { $lines }
privacy-show-minor = Estás en el modo para menores: nada tuyo sale de esta casa.
privacy-show-voice = { $allowed ->
    [yes] Tus grabaciones pueden salir para que se oigan. Para cambiarlo, di «guarda mi voz aquí».
   *[no] Tus grabaciones se quedan aquí. Para cambiarlo, di «puedes enviar mi voz al servicio de reconocimiento».
}
privacy-show-misses = { $allowed ->
    [yes] Puedo guardar frases que no he entendido, sin nombres ni números.
   *[no] No guardo las frases que no he entendido.
}
privacy-show-rights = Puedes tenerlo todo («envíame mis datos») o hacer que lo borre («borra todo lo que sabes de mí»).
privacy-show-speech = Lo que me das se queda en esta casa. Di «envíame mis datos» para tenerlo todo, o «borra todo lo que sabes de mí».
privacy-export =
    .label = Enviarme mis datos
    .example = envíame mis datos
    .help = Todo lo que guardo de ti, en un archivo.
privacy-export-done = Aquí tienes todo lo que guardo de ti: { $rows ->
        [one] una entrada
       *[other] { $rows } entradas
    }, en un formato legible para ti y para cualquier programa. El README.txt que va dentro lo explica.
privacy-export-cut =
    Aquí tienes lo que guardo de ti. Era más de lo que cabe en un archivo, así que falta esto: { $left }
    Dentro, README.txt lo explica; quien lleva esta casa puede darte el resto.
privacy-export-not-here = Aquí leen otras personas. Pídemelo otra vez a solas y lo tendrás enseguida.
privacy-export-nothing = Todavía no guardo nada de ti.
privacy-readme =
    Esto es todo lo que tu asistente de estudio guarda de ti.

    notes.md y los archivos .csv son para leer: notas, tarjetas, recordatorios, cursos, reservas.
    La carpeta «data» contiene cada fila de cada tabla, en JSON, para programas: quién eres (person, identity), qué guardas (record), qué dijiste y qué se te respondió (message, outbox), qué está por venir (job), qué hiciste (fact) y qué costaron tus preguntas (charge).
    La carpeta «media» contiene las grabaciones, imágenes y archivos tuyos que están en nuestra casa.
privacy-left = Se ha dejado fuera, porque el archivo habría sido demasiado grande:
privacy-left-media = No está aquí: los archivos que tiene tu mensajería y no nosotros, y los archivos que te enviamos en respuestas anteriores.
privacy-erase =
    .label = Borrar todo sobre mí
    .example = borra todos mis datos
    .help = Te digo qué va a desaparecer y pregunto otra vez.
privacy-erase-sure =
    Esto desaparecerá para siempre, y no podré recuperarlo:
    { $lines }
    También desaparecen tus cuentas y tus ajustes, y ya no sabré quién eres. Si quieres una copia, di antes «envíame mis datos».
    ¿Lo borro todo?
privacy-erase-by-hand =
    Para esto necesito tu propio sí: pulsa el botón o escríbelo, por favor.
    { $lines }
privacy-erase-yes = Sí, bórralo todo
privacy-erase-no = No, déjalo
privacy-erase-kept = De acuerdo, todo se queda como está.
privacy-erase-nothing = No guardo nada de ti, así que no hay nada que borrar.
privacy-erase-done =
    Hecho. Todo lo tuyo está borrado. { $when }, comprobante { $id }:
    { $lines }
    Esto es lo último que te digo; ya he olvidado quién eres. Si vuelves a escribir, nos conoceremos por primera vez. ¡Que te vaya muy bien!
privacy-voice =
    .label = Mis grabaciones
    .example = guarda mi voz aquí
    .help = Si tus grabaciones pueden salir de esta casa para que se oigan.
privacy-voice-answer = ¿Pueden salir de esta casa tus grabaciones para que se oigan ({ $names })?
privacy-voice-held = Para oír tu grabación tendría que enviarla fuera de casa, a: { $names }. ¿Puedo, ahora y en adelante? Hasta que respondas, se queda aquí.
privacy-voice-yes = Anotado: desde ahora tus grabaciones pueden ir a { $names }. Mándame una cuando quieras. Para retirarlo, di «guarda mi voz aquí».
privacy-voice-no = Anotado: tus grabaciones se quedan en esta casa. Si aquí nadie puede oírlas, escríbeme sin más.
privacy-voice-minor = Las grabaciones de menores nunca salen de esta casa, así que no hay nada que permitir.
privacy-misses =
    .label = Frases no entendidas
    .example = puedes guardar las frases que no entiendes
    .help = Para entenderte mejor más adelante; sin nombres ni números.
privacy-misses-answer = ¿Puedo guardar las frases que no he entendido, sin nombres ni números, para entender más en adelante?
privacy-misses-yes = ¡Gracias! Guardo las frases que no entiendo, sin nombres ni números.
privacy-misses-no = Anotado: no guardo las frases que no entiendo.
privacy-minor =
    .label = Mi edad
    .example = tengo 12 años
    .help = De los menores de 16 no sale nada de esta casa.
privacy-minor-on = Gracias por decírmelo. Como tienes menos de 16 años, nada tuyo sale de esta casa: solo te responde lo que funciona aquí, y no escribo a nadie de fuera. Por eso algunas respuestas serán más sencillas.
privacy-minor-off = Anotado: tienes 16 años o más, así que puedo volver a preguntar a servicios de fuera por ti.
privacy-minor-same = Anotado. Aquí eso no cambia nada.
privacy-minor-odd = No he entendido tu edad. Di, por ejemplo: «tengo 12 años».
privacy-erase-what = ¿Qué borro? Tus notas y recordatorios se quedan si no dices otra cosa.
privacy-erase-all = Todo sobre mí
