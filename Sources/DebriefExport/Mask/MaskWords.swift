import DebriefModel

/// The words of all texts of a dossier: to tell in one look whether a name may stand in one.
struct MaskWords {
  private var words: Set<String> = []
  /// What is written in scripts that do not part their words, folded.
  private var unparted = ""
  /// What in them may be a name that is written in signs, as it is read.
  private var read: Set<String> = []

  init(_ texts: [String]) {
    for text in texts {
      let chars = Array(text)
      for token in MaskTokens.all(chars) {
        for (key, _) in token.readings { words.insert(key) }
        for stem in token.stems { words.insert(stem) }
      }
      if chars.contains(where: { !MaskName.isParted($0) }) {
        unparted += NameFolding.words(text).joined(separator: " ") + "\n"
        for at in chars.indices where MaskName.isEastAsian(chars[at]) {
          for reading in SignReadings.readings(chars, at: at) where reading.part != .family {
            read.insert(reading.key)
          }
        }
      }
    }
  }

  /// Whether a name, or a part that gives it away, may stand somewhere.
  func mayHold(_ name: String, parts: [String]) -> Bool {
    for spelling in NameFolding.spellings(name) where spelling.allSatisfy(holds) { return true }
    return parts.contains { part in NameFolding.words(part).allSatisfy(holds) }
  }

  /// Whether a name in our letters may stand somewhere in signs.
  func mayRead(_ name: String) -> Bool {
    if unparted.isEmpty { return false }
    let words = MaskName.split(name)
    return SignReadings.keys(of: words).contains { read.contains($0.key) }
      || NameScripts.kana(words).contains { $0.count > 2 && unparted.contains($0) }
  }

  private func holds(_ word: String) -> Bool {
    if words.contains(word) { return true }
    if !MaskName.isParted(word) { return unparted.contains(word) }
    return MaskTokens.stem(ofName: word).map(words.contains) ?? false
  }
}
