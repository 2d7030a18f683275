/// Cents rounded to five, as coins are.
func roundedToFive(_ cents: Int) -> Int { (cents + 2) / 5 * 5 }
