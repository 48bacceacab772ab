# Ar ko iepazīties tālāk
introduction-routes = Neviens no mums šo cilvēku nepazīst, un pazīšanās uzlabotu mūsu ceļu pie: { $names }.
introduction-roles = { $count ->
    [one] Neviens no mums šo cilvēku nepazīst, un neviens šīs lomas pildītājs nav saziņā ar mums: { $roles }.
   *[other] Neviens no mums šo cilvēku nepazīst, un neviens šo lomu pildītājs nav saziņā ar mums: { $roles }.
}
introduction-both = { $count ->
    [one] Neviens no mums šo cilvēku nepazīst. Pazīšanās uzlabotu mūsu ceļu pie: { $names }, un neviens šīs lomas pildītājs nav saziņā ar mums: { $roles }.
   *[other] Neviens no mums šo cilvēku nepazīst. Pazīšanās uzlabotu mūsu ceļu pie: { $names }, un neviens šo lomu pildītājs nav saziņā ar mums: { $roles }.
}
