/// Cents as people write them: 1234 is 12.34.
func euros(_ cents: Int) -> String {
    "\(cents / 100)." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
}
