import DebriefModel

/// Phrases of which one may stand in a text. They are looked for by their first words: an email is gone through
/// once, however many there are.
struct PhraseSet {
  /// What follows the first word of each, by that word.
  private var rests: [String: [[String]]] = [:]

  /// - Parameter phrases: Each as a person writes it.
  init(_ phrases: [String]) {
    for phrase in phrases {
      let words = NameFolding.words(phrase)
      guard let first = words.first else { continue }
      rests[first, default: []].append(Array(words.dropFirst()))
    }
  }

  /// Whether one of them is among the folded words of a text, its own words side by side.
  func isAmong(_ words: [String]) -> Bool {
    words.indices.contains { at in
      rests[words[at]]?.contains { words[(at + 1)...].starts(with: $0) } ?? false
    }
  }
}
