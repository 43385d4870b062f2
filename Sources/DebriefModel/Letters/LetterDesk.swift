/// What lies around a letter when it is written, beside its own application: read once when the
/// letters are opened, and again for a letter that is.
public struct LetterDesk: Hashable, Sendable {
  /// The application.
  public var application: ID
  /// The letter it was read for; nil for all of them.
  public var letter: ID?
  /// Who writes.
  public var profile: Profile?
  /// The résumé that was sent.
  public var resume: Resume?
  /// The other letters to the company, of this application and of others.
  public var others: [Letter] = []
  /// When the user wrote to the company about other applications.
  public var elsewhere: [Outreach] = []
  /// Whether another job was taken lately, so that this one is stepped back from for it.
  public var tookOther = false
  /// The mood named last today, in any debrief.
  public var moodToday: Int?
  /// What the letter would say if it were on file.
  public var gaps: [LetterGap] = []
  /// Names in the letter that belong to other companies.
  public var foreignNames: [String] = []
  /// How letters are paced.
  public var settings = LetterSettings()
  /// The words for a refusal on the telephone, with the names filled in (A65).
  public var callCard = ""

  /// A desk with nothing on it.
  public init(_ application: ID) { self.application = application }
}

/// The words to say when a refusal comes by telephone (A65).
public enum CallCard {
  /// Fills the names in: `{them}`, `{me}`, `{company}`, `{role}`. A name that is not known is left
  /// out together with the comma before it.
  public static func filled(_ text: String, _ dossier: Dossier, _ profile: Profile?) -> String {
    let caller =
      dossier.people.first { $0.part == .manager } ?? dossier.people.first { $0.part == .hr }
      ?? dossier.people.first
    var text = text
    for (slot, name) in [
      ("{them}", caller?.name ?? ""), ("{me}", profile?.name ?? ""),
      ("{company}", dossier.application.company), ("{role}", dossier.application.role),
    ] {
      text = replace(slot, name, text)
    }
    return text
  }

  private static func replace(_ slot: String, _ name: String, _ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix(slot) {
        if name.isEmpty, result.hasSuffix(", ") { result.removeLast(2) }
        if name.isEmpty, result.hasSuffix(" ") { result.removeLast() }
        result += name
        rest = rest.dropFirst(slot.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }
}
