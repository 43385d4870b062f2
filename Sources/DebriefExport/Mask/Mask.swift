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
    case address = "Address"
    case account = "Account"
    case reference = "Number"
  }

  /// What is known of names beside those on file.
  public struct Lists: Sendable {
    /// First names and their short forms.
    public var nicknames: Nicknames
    /// The everyday words that a name may be taken for.
    public var everyday: OrdinaryWords

    /// Makes the lists.
    public init(nicknames: Nicknames = Nicknames(), everyday: OrdinaryWords = OrdinaryWords()) {
      self.nicknames = nicknames
      self.everyday = everyday
    }
  }

  /// Every known name with its stand-in.
  private(set) var names: [MaskName] = []
  /// The stand-in of each name by its words.
  private var standIns: [String: String] = [:]
  /// The numbers and addresses on file, by their digits and letters.
  private(set) var phones: [(digits: String, standIn: String)] = []
  private(set) var emails: [String: String] = [:]
  private var counts: [Kind: Int] = [:]
  private let lists: Lists
  private var finder: MaskFinder

  /// Collects the names of a dossier, and those of the one who looks for work: they are masked as a
  /// person like any other. Of all the others on file those are taken that its texts may mention.
  public init(
    _ dossier: Dossier, profile: Profile? = nil, others: NamesOnFile = NamesOnFile(),
    lists: Lists = Lists()
  ) {
    self.lists = lists
    finder = MaskFinder([], everyday: lists.everyday)
    // People first, by name: the same dossier gives the same letters.
    for person in dossier.people {
      addPerson(person.name)
      addEmail(person.email)
      addPhone(person.phone)
    }
    if let profile {
      addPerson(profile.name)
      addEmail(profile.email)
      addPhone(profile.phone)
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
    let texts = Mask.words(in: dossier)
    for text in texts { for name in MaskName.titled(text) { addPerson(name) } }
    addOthers(others, MaskWords(texts))
    finder = MaskFinder(names, everyday: lists.everyday)
  }

  /// The other companies and people on file, where a word of theirs stands in a text.
  private mutating func addOthers(_ others: NamesOnFile, _ words: MaskWords) {
    for name in others.companies where words.mayHold(name, parts: MaskName.companyParts(name)) {
      add(name, .company, parts: MaskName.companyParts(name), of: .sure)
    }
    for name in others.people {
      let parts = MaskName.personParts(name, lists.nicknames) + bent(name)
      let forms = NameScripts.latin(name)
      if words.mayHold(name, parts: parts) || words.mayRead(name)
        || forms.contains(where: { words.mayHold($0, parts: []) })
      {
        add(name, .person, parts: parts, of: .sure)
        addForms(name, of: .sure)
      }
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
    standIns[MaskName.split(text).joined(separator: " ")]
  }

  /// `other` is who is meant when it is known: a letter greets somebody on file by a shorter name.
  private mutating func addPerson(_ name: String, as other: String? = nil) {
    let stand = other.flatMap(known)
    add(
      name, .person, parts: MaskName.personParts(name, lists.nicknames), of: .likely, stand: stand)
    addForms(name, of: .likely)
  }

  /// A person's name as other alphabets write it.
  private mutating func addForms(_ name: String, of need: MaskName.Need) {
    let stand = known(name)
    for form in NameScripts.latin(name) {
      let parts = MaskName.personParts(form, lists.nicknames)
      // Syllables are parts of many words: only in a row, and as initials, are they the name.
      let isApart = form.split(separator: " ").count > 2 && !SignReadings.latin(name).isEmpty
      add(form, .person, parts: isApart ? [] : parts, of: need, stand: stand)
    }
    let words = MaskName.split(name)
    for form in NameScripts.kana(words) where form.count > 2 {
      let parts = NameFolding.words(form).filter { $0.count > 2 }
      add(form, .person, parts: parts, of: need, stand: stand)
    }
  }

  /// The forms that their tongue bends a person's name to; an everyday word is none of those.
  private func bent(_ name: String) -> [String] {
    MaskBending.forms(name).filter { !NameInProse.isOrdinary($0, lists.everyday) }
  }

  private mutating func addCompany(_ name: String) {
    add(name, .company, parts: MaskName.companyParts(name), of: .likely)
  }

  /// A whole name, and the parts that give it away when they stand alone. `need` is what those need
  /// that are everyday words as well.
  private mutating func add(
    _ name: String, _ kind: Kind, parts: [String], of need: MaskName.Need, stand: String? = nil
  ) {
    guard !MaskName.split(name).isEmpty else { return }
    let stand = known(name) ?? stand ?? standIn(kind)
    for words in NameFolding.spellings(name) {
      add(name, words, stand, need)
      guard kind == .person else { continue }
      for turned in MaskName.turned(words) { add(name, turned, stand, need, isTurned: true) }
    }
    for part in parts { add(part, MaskName.split(part), stand, need) }
    // Bent, a name may be spelled like a word of any tongue: `Anno` of Anna.
    if kind == .person { for form in bent(name) { add(form, [form], stand, need, isSure: false) } }
  }

  private mutating func add(
    _ text: String, _ words: [String], _ stand: String, _ need: MaskName.Need,
    isTurned: Bool = false, isSure: Bool = true
  ) {
    let key = words.joined(separator: " ")
    if key.isEmpty || standIns[key] != nil { return }
    standIns[key] = stand
    // A name of two Latin letters is a word too often, as one that is in every sentence. Two of them
    // stand in a row by chance only when they are turned round.
    let isWord =
      !isSure
      || (words.count == 1 || isTurned)
        && words.allSatisfy { word in
          MaskName.isParted(word) && word.count < 3 || MaskLists.common.contains(word)
            || MaskLists.little.contains(word) || NameInProse.isOrdinary(word, lists.everyday)
        }
    names.append(MaskName(text: text, words: words, standIn: stand, need: isWord ? need : .any))
  }

  private mutating func addEmail(_ text: String) {
    let key = NameFolding.plain(text).filter { !$0.isWhitespace }
    if key.isEmpty || emails[key] != nil { return }
    emails[key] = standIn(.email)
  }

  private mutating func addPhone(_ text: String) {
    let digits = MaskPhones.digits(text)
    if digits.isEmpty || phones.contains(where: { MaskPhones.isSame($0.digits, digits) }) { return }
    phones.append((digits, standIn(.phone)))
  }

  /// A text with stand-ins for all names, addresses and numbers in it.
  public func text(_ text: String) -> String {
    if text.isEmpty { return text }
    var out = ""
    for piece in MaskAddresses.pieces(text, self) {
      guard let rest = piece.text else {
        out += piece.standIn
        continue
      }
      for place in MaskPlaces.pieces(rest) {
        guard let rest = place.text else {
          out += place.standIn
          continue
        }
        for part in MaskPhones.pieces(rest, phones) {
          out += part.text.map(finder.masked) ?? part.standIn
        }
      }
    }
    return out
  }

  /// What a field for a name holds is that name, whatever word it is spelled like.
  func name(_ text: String) -> String { known(text) ?? self.text(text) }

  /// A link is a stand-in as a whole: its path says as much as its host.
  func link(_ text: String) -> String { text.isEmpty ? "" : "Link" }

  /// What a field for an address or a number holds is one, however it is written.
  func email(_ text: String) -> String {
    if text.allSatisfy(\.isWhitespace) { return text }
    return emails[NameFolding.plain(text).filter { !$0.isWhitespace }] ?? "E-mail"
  }

  func phone(_ text: String) -> String {
    if text.allSatisfy(\.isWhitespace) { return text }
    let digits = MaskPhones.digits(text)
    return phones.first { MaskPhones.isSame($0.digits, digits) }?.standIn ?? "Phone"
  }

  /// A code stays when it is made of everyday words: whoever reads the page needs it, and a company may
  /// be called like one. What was brought in from elsewhere may hold anything.
  func code(_ text: String) -> String {
    let words = MaskName.split(text)
    let isPlain = words.allSatisfy { word in
      word.allSatisfy(\.isNumber) || word.count == 1 || lists.everyday.contains(word)
    }
    return isPlain ? text : self.text(text)
  }

  /// An id that spells a name becomes another one, the same for the same; ours never do.
  func id(_ id: ID) -> ID {
    guard !id.text.isEmpty, text(id.text) != id.text else { return id }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return ID("masked-" + String(hash, radix: 36))
  }

  /// Whether a word of an address holds a name, without the blanks it has elsewhere.
  func isInside(_ words: [String]) -> Bool {
    words.contains { word in
      names.contains { name in
        name.need == .any && name.letters >= 4
          && word.utf8.count >= name.letters && MaskAddresses.contains(word, name.words.joined())
      }
    }
  }
}

/// A stretch of a text that is still to be looked at, or a stand-in, which is not looked at again.
struct MaskPiece {
  /// What is to be looked at; nil for a stand-in.
  var text: String?
  /// What stands in its place.
  var standIn = ""

  init(_ text: String) { self.text = text }
  init(standIn: String) { self.standIn = standIn }
}
