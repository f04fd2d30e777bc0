name-title = Nombre
name-set =
    .label = Decirme tu nombre
    .example = me llamo Ana
    .help = Así te llamaré.
name-set-name = ¿Cómo quieres que te llame?
name-set-done = ¡Mucho gusto, { $name }!
name-set-odd = Eso no me parece un nombre. Di, por ejemplo: «me llamo Ana».
name-show =
    .label = ¿Cómo me llamo?
    .example = cómo me llamo
    .help = Te digo cómo te llamo.
name-show-done = Te llamas { $name }.
name-show-unknown = Todavía no sé tu nombre. ¿Cómo quieres que te llame?
# Words that are no part of a name; what a name ends before, as a pattern.
name-set-none = luego después despues mañana hoy ahora más tarde pronto cuando si antes nunca siempre ya no a en para que al estudio vivo tengo estoy cansado cansada
name-set-ends = [,;.!?]\s| (?:y|e|pero|de|desde)(?= (?-i:[a-zñáéíóú]))| (?:por favor|gracias)$
