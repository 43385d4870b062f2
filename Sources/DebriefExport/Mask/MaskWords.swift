import DebriefModel

/// The words of all texts of a dossier: to tell in one look whether a name may stand in one.
struct MaskWords {
  private var words: Set<String> = []
  private var text = ""

  init(_ dossier: Dossier) {
    // The mask walks over every text; one that changes nothing lets them be read.
    var collected = ""
    MaskFields.visit(dossier) { collected += $0 + "\n" }
    text = collected.lowercased()
    words = Set(MaskName.split(text))
  }

  /// Whether a name, or a part that gives it away, may stand somewhere. Where a script does not part
  /// its words the whole text is looked through.
  func mayHold(_ name: String, parts: [String]) -> Bool {
    let whole = MaskName.split(name)
    if whole.isEmpty { return false }
    if whole.allSatisfy(words.contains) { return true }
    for part in parts + [whole.joined(separator: " ")] {
      if words.contains(part) || words.contains(part + "s") { return true }
      if part.unicodeScalars.contains(where: { $0.value >= 0x0530 }), text.contains(part) {
        return true
      }
    }
    // In an address the words of a name are joined.
    let joined = whole.joined()
    return joined.count >= 4 && words.contains { $0.count > joined.count && $0.contains(joined) }
  }
}
