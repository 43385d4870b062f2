import DebriefModel

/// Puts stand-ins in the place of names, so that an application can be shown to an adviser (A54):
/// the same one for the same name, in every field and inside every text. What is written nowhere as
/// a name, such as a colleague mentioned in passing, cannot be known and stays.
public struct Mask: Sendable {
  /// What a stand-in stands for.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case person = "Person"
    case company = "Company"
    case email = "E-mail"
    case phone = "Phone"
    case link = "Link"
  }

  /// Every known name with its stand-in, the longest first, so that a part never takes the place of
  /// the whole.
  private(set) var names: [MaskName] = []
  private var counts: [Kind: Int] = [:]

  /// Collects the names of a dossier, and those of the one who looks for work: they are masked as a
  /// person like any other. Of all the others on file those are taken that its texts may mention.
  public init(
    _ dossier: Dossier, profile: Profile? = nil, others: NamesOnFile = NamesOnFile()
  ) {
    // People first, by name: the same dossier gives the same letters.
    for person in dossier.people {
      addPerson(person.name)
      addExact(person.email, .email)
      addExact(person.phone, .phone)
    }
    if let profile {
      addPerson(profile.name)
      addExact(profile.email, .email)
      addExact(profile.phone, .phone)
    }
    addCompany(dossier.application.company)
    for person in dossier.people { addCompany(person.company) }
    for entry in dossier.feedback {
      // "Ines Kahl, HR" names one person; "HR, e-mail" names nobody.
      for part in entry.from.split(whereSeparator: { ",;()/".contains($0) }) {
        if MaskName.isName(String(part)) { addPerson(String(part)) }
      }
    }
    for letter in dossier.letters {
      if let name = MaskName.greeted(letter.text) {
        addPerson(name, as: dossier.person(letter.to)?.name)
      }
      if let name = MaskName.signed(letter.text) { addPerson(name, as: profile?.name) }
    }
    addOthers(others, MaskWords(dossier))
    names.sort { ($1.words.count, $1.letters, $0.text) < ($0.words.count, $0.letters, $1.text) }
  }

  /// The other companies and people on file, where a word of theirs stands in a text.
  private mutating func addOthers(_ others: NamesOnFile, _ words: MaskWords) {
    for name in others.companies where words.mayHold(name, parts: MaskName.companyParts(name)) {
      addCompany(name)
    }
    for name in others.people where words.mayHold(name, parts: MaskName.personParts(name)) {
      addPerson(name)
    }
  }

  private mutating func standIn(_ kind: Kind) -> String {
    let n = counts[kind, default: 0]
    counts[kind] = n + 1
    var letters = ""
    var rest = n
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return "\(kind.rawValue) \(letters)"
  }

  private func known(_ text: String) -> String? {
    let words = MaskName.split(text)
    return names.first { $0.words == words }?.standIn
  }

  /// `other` is who is meant when it is known: a letter greets somebody on file by a shorter name.
  private mutating func addPerson(_ name: String, as other: String? = nil) {
    if let stand = other.flatMap(known), known(name) == nil {
      names.append(MaskName(name, stand, isWhole: true))
    } else {
      add(name, .person, parts: MaskName.personParts(name))
    }
  }

  private mutating func addCompany(_ name: String) {
    add(name, .company, parts: MaskName.companyParts(name))
  }

  /// A whole name, and the parts that give it away when they stand alone.
  private mutating func add(_ name: String, _ kind: Kind, parts: [String]) {
    guard !MaskName.split(name).isEmpty else { return }
    let stand = known(name) ?? standIn(kind)
    for text in [name] + parts where known(text) == nil {
      names.append(MaskName(text, stand, isWhole: text == name))
    }
  }

  private mutating func addExact(_ text: String, _ kind: Kind) {
    guard !MaskName.split(text).isEmpty, known(text) == nil else { return }
    names.append(MaskName(text, standIn(kind), isWhole: true))
  }

  /// A text with stand-ins for all names, addresses and numbers in it.
  public func text(_ text: String) -> String {
    if text.isEmpty { return text }
    return MaskText.masked(text, names)
  }

  /// A link is a stand-in as a whole: its path says as much as its host.
  func link(_ text: String) -> String { text.isEmpty ? "" : "Link" }
}
