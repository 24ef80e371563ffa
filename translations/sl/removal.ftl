# Koš in razveljavitev
may-retention = Vidi, komu je potekel rok hrambe, in predlaga izbris
may-confirm-erasure = Kot druga oseba potrdi izbris ali anonimizacijo
