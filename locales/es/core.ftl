# Lo que dice la casa misma: alrededor de las habilidades, cuando algo falla y en la consola.

not-understood = No te he entendido. Di «ayuda» y te cuento qué puedo hacer.
not-understood-suggest = No sé muy bien qué quieres decir. ¿Es algo de esto?
question-left = Dejemos esa pregunta. Vuelve a pedírmelo cuando quieras.

heard = He oído: «{ $text }»
heard-nothing = No he oído ninguna palabra en esa grabación. Repítelo, por favor, un poco más cerca del micrófono.
heard-unsure = Creo que he oído «{ $text }». Repítelo, por favor, o escríbelo.
voice-unreadable = No puedo abrir esta grabación. Grábala de nuevo, por favor.
voice-empty = Esta grabación está vacía. Grábala de nuevo, por favor.
voice-too-large = Esta grabación es demasiado grande: admito hasta { $limit_mb } MB. Envía una más corta, por favor.
voice-cut-short = Falta el final de tu grabación, así que quizá no lo he oído todo.
voice-off = Todavía no puedo escuchar: aquí no hay reconocimiento de voz instalado. Escríbeme, por favor; «viva doctor» dice qué falta.
voice-stays = Tus grabaciones se quedan en casa, como querías, y aquí nadie puede oírlas. Escríbeme, por favor, o di «puedes enviar mi voz al servicio de reconocimiento».
voice-minor = No puedo sacar tus grabaciones de casa, y aquí nadie puede oírlas. Escríbeme, por favor.
minor-outside = Para eso tendría que escribir a alguien de fuera, y no lo hago por menores de 16 años. Pídeselo a tu profesor o a tus padres.
speech-too-long = Esto es demasiado largo para decirlo de una vez: puedo decir hasta { $limit } caracteres.

read = He leído: «{ $text }»
read-nothing = No he encontrado palabras en esta imagen, y todavía no sé decir qué muestra una imagen. Escríbeme de qué se trata, por favor.
image-only-read = (Solo he podido leer las palabras de la imagen: aquí no puedo ver lo que muestra.)
speech-off = Todavía no puedo hablar: aquí no hay ninguna voz instalada. «viva doctor» dice qué falta.
image-unreadable = No puedo abrir esta imagen. Leo JPEG, PNG, WebP, GIF y BMP; envíala de nuevo en uno de estos formatos, por favor.
image-animated = Esta imagen se mueve y solo sé leer imágenes fijas. Envía una foto o una captura de pantalla, por favor.
image-too-large = Esta imagen es demasiado grande: admito hasta { $limit_megapixels } megapíxeles. Envía una más pequeña, por favor.
image-too-many = Son demasiadas imágenes a la vez: admito hasta { $limit }. Envíalas por partes, por favor.
image-off = Todavía no puedo leer imágenes: aquí no hay nada instalado para ello. Escríbeme, por favor; «viva doctor» dice qué falta.
image-no-russian = Aquí no puedo leer letras cirílicas en las imágenes, solo latinas. Escríbeme qué dice, por favor; «viva doctor» dice qué falta.
image-cut-short = En la imagen había más de lo que puedo leer de una vez, así que falta algo.

speaker = Persona { $number }
document-unreadable = No puedo abrir este documento. Envíalo otra vez, o como PDF.
document-encrypted = Este documento está protegido con contraseña. Envíalo sin ella, por favor.
document-empty = No he encontrado texto en este documento.
document-scanned = Las páginas de este documento son imágenes, y aquí no puedo leer imágenes. «viva doctor» dice qué falta.
document-unknown-kind = No sé leer este tipo de archivo ({ $name }). Leo PDF, Word, PowerPoint, Markdown, HTML, EPUB y texto.
document-too-large = Este documento es demasiado grande: admito hasta { $limit_mb } MB. Envíalo por partes, por favor.
document-too-many = Son demasiados documentos a la vez: admito hasta { $limit }. Envíalos por partes, por favor.
document-off = Todavía no puedo leer documentos: aquí no hay nada instalado para ello. «viva doctor» dice qué falta.

when-today = Hoy, { $date }, { $time }
when-tomorrow = Mañana, { $date }, { $time }
when-after-tomorrow = Pasado mañana, { $date }, { $time }
when-other-day = { $date }, { $time }

# Palabras que una búsqueda deja fuera.
small-words = el la los las lo un una unos unas este esta estos estas ese esa eso esto mi mis tu tus su sus me te se yo y e o u pero no de del al a en con por para sobre que es son era fue hay ha he han está están algo todo cosa nota notas recordatorio recordatorios qué cuál cuáles porque cómo quién dónde cuándo explica explícame dime significa

# Palabras de acuerdo y de desacuerdo: cada una se entiende en todos los idiomas.
yes-words = sí si claro vale seguro adelante dale hazlo procede bórralos bórralas bórralo bórrala borra borrar
no-words = no nunca jamás nada tampoco déjalos déjalas déjalo déjala
# Lo que puede acompañar a un sí sin decir otra cosa.
agreeing-words = por favor lo la los las le todo toda todos todas eso esto estoy seguro segura que de acuerdo supuesto quiero puedes puede ya gracias mis mi el completamente totalmente notas recordatorios datos cuenta mazo curso

error-internal = Lo siento, algo ha fallado por mi parte. Inténtalo de nuevo dentro de un momento. (Código: { $code })
error-unavailable = Ahora mismo no llego a algo que necesito para esto. Inténtalo de nuevo en unos minutos.
error-unknown-outcome = Me han interrumpido y no sé si se llegó a hacer. Compruébalo antes de pedírmelo otra vez.
text-too-long = Este texto es demasiado largo: leo hasta { $limit } caracteres de una vez. Envíalo por partes, por favor.
text-empty = Aquí no hay palabras. Escribe o di algo, por favor.
unsupported-part = Puedo leer textos, imágenes y documentos y escuchar grabaciones; este tipo de mensaje todavía no lo sé usar.
button-stale = Este botón es demasiado antiguo. Vuelve a preguntarme, por favor.
command-unknown = No conozco la orden «{ $name }». Di «ayuda» y te cuento qué puedo hacer.
option-language = Hablo inglés (en), español (es), alemán (de) y ruso (ru), pero no «{ $language }».
file-missing = No existe el archivo «{ $name }».
file-gone = Este archivo ya no está. Envíalo de nuevo, por favor.
file-too-large = Este archivo es demasiado grande: admito hasta { $limit } MB.
turn-unknown = No hay ningún turno { $turn } en el diario.

console-welcome = ¡Hola! Escríbeme, o di «ayuda». Ctrl-D termina la conversación.
console-help =
    /voice ARCHIVO  envía una grabación
    /image ARCHIVO  envía una imagen
    /file ARCHIVO   envía un documento u otro archivo
    /lang es        habla otro idioma: en, es, de, ru
    /as NOMBRE      habla como otra persona
    1, 2, 3 …       pulsa un botón
    Ctrl-D          termina la conversación
console-as = Ahora hablas como { $name }.
console-lost = Se ha perdido la conexión con el asistente. Lo que has enviado está guardado.

# How a day is written, in the letters of CLDR; the second where the year is not near.
day-pattern = EEEE d 'de' MMMM
day-pattern-with-year = EEEE d 'de' MMMM 'de' y

not-allowed = { $role ->
    [admin] Eso es solo para quienes administran este asistente.
   *[teacher] Eso es solo para docentes.
 }
