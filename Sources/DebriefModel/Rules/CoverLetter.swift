/// What is known of the cover letter that went along with an application (A99, A100).
extension Application {
  /// Whether a cover letter went along: one that has a version or a text did. Nil when nobody said, which is
  /// not the same as none.
  public var hasCover: Bool? {
    (cover ?? "").trimmed.isEmpty && (coverText ?? "").isEmpty ? coverSent : true
  }

  /// What is said of it in a row: its version, else whether there was one; nil when nobody said.
  public var saidCover: String? {
    if let cover = cover?.trimmed, !cover.isEmpty { return cover }
    return hasCover.map { $0 ? "yes" : "none sent" }
  }
}

extension Dossier {
  /// The claims that were taken back and still stand in the cover letter (A24), in the order of the list. A
  /// claim stands in it when its words follow each other there, whatever their case, accents and signs: what
  /// was said in other words isn't found, and nothing is found that isn't there.
  public var retractedInCover: [Preparation] {
    let sent = " \(NameFolding.words(application.coverText ?? "").joined(separator: " ")) "
    return preparations.filter { it in
      guard it.kind == .claim, it.state == .retract else { return false }
      let claim = NameFolding.words(it.text).joined(separator: " ")
      return !claim.isEmpty && sent.contains(" \(claim) ")
    }
  }
}
