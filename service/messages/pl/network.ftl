# Kogo poznać jako następnego
introduction-routes = Nikt z nas nie zna tej osoby, a znajomość z nią poprawiłaby naszą drogę do: { $names }.
introduction-roles = { $count ->
    [one] Nikt z nas nie zna tej osoby, a nikt w tej roli nie ma z nami kontaktu: { $roles }.
   *[other] Nikt z nas nie zna tej osoby, a nikt w tych rolach nie ma z nami kontaktu: { $roles }.
}
introduction-both = { $count ->
    [one] Nikt z nas nie zna tej osoby. Znajomość z nią poprawiłaby naszą drogę do: { $names }, a nikt w tej roli nie ma z nami kontaktu: { $roles }.
   *[other] Nikt z nas nie zna tej osoby. Znajomość z nią poprawiłaby naszą drogę do: { $names }, a nikt w tych rolach nie ma z nami kontaktu: { $roles }.
}
