# Whom to meet next
introduction-routes = None of us knows them, and knowing them would better our way to { $names }.
introduction-roles = { $count ->
    [one] None of us knows them, and nobody who plays this role is in touch with us: { $roles }.
   *[other] None of us knows them, and nobody who plays these roles is in touch with us: { $roles }.
}
introduction-both = { $count ->
    [one] None of us knows them. Knowing them would better our way to { $names }, and nobody who plays this role is in touch with us: { $roles }.
   *[other] None of us knows them. Knowing them would better our way to { $names }, and nobody who plays these roles is in touch with us: { $roles }.
}
