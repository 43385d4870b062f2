/// Which words a thank-you note has in each of its parts, so that nobody gets the same sentences as another
/// (A57). Whoever compares two of them finds no template.
///
/// There are five wordings of each part, and five is prime: the first five notes have nothing in common, and any
/// two of the first 25 have at most one part.
enum LetterWording {
  /// The parts of a note, as the flags call them.
  static let parts = ["opening", "moment", "middle", "closing"]
  /// How many wordings a part has.
  static let count = 5

  /// Which wording each part of a note has, from 0; `place` is the note's among those to one company.
  static func wordings(place: Int) -> [Int] {
    parts.indices.map { (place % count + $0 * (place / count % count)) % count }
  }

  /// The same as flags.
  static func flags(place: Int) -> Set<LetterFacts.Flag> {
    var flags: Set<LetterFacts.Flag> = []
    for (part, wording) in zip(parts, wordings(place: place)) where wording > 0 {
      let names = ["\(part)\(wording + 1)", "another\(part.capitalizedFirst)"]
      flags.formUnion(names.compactMap { LetterFacts.Flag(rawValue: $0) })
    }
    return flags
  }
}
