import DebriefModel

/// Finds the company that a mail is from: among those on file first, or else as the mail names it.
struct MailCompany {
  private let words: ImportWords
  private let desks: Set<String>
  private let companies: [(name: String, plain: String, joined: String)]

  /// Legal forms, which no address has.
  private static let forms: Set<String> = [
    "inc", "llc", "ltd", "gmbh", "ag", "se", "kg", "co", "corp", "corporation", "company", "sa",
    "sas", "sarl", "bv", "nv", "ab", "as", "oy", "plc", "limited", "mbh", "ug", "ev", "spa", "srl",
    "group",
  ]

  init(_ file: OnFile, words: ImportWords) {
    self.words = words
    desks = Set(words.desks.map(ImportWords.plain))
    companies = Set(file.all.map(\.company)).sorted().map {
      let kept = MailCompany.bare($0)
      return ($0, kept.joined(separator: " "), kept.joined())
    }.filter { !$0.plain.isEmpty }
  }

  // MARK: - On file

  /// The company on file that a mail is from; nil where none is, or where two could be.
  func known(_ mail: Mail, own: String, signature: String, file: OnFile) -> String? {
    let homes = homes(mail, file)
    if homes.count == 1, let home = homes.first {
      // A recruiter writes for more than one: the subject says which.
      let told = mentioned(mail.subject)
      let isOwn =
        label(mail.from.address).map { label in
          companies.contains { $0.name == home && MailCompany.has($0.joined, label) }
        } ?? false
      return !isOwn && told.count == 1 ? told.first : home
    }
    if homes.count > 1 {
      for text in [mail.subject, signature, own] {
        let found = mentioned(text)
        if found.count == 1 { return found.first }
        let among = found.intersection(homes)
        if among.count == 1 { return among.first }
      }
      return nil
    }
    if let label = label(mail.from.address) {
      let found = companies.filter { MailCompany.has($0.joined, label) }
      if let longest = found.max(by: { $0.joined.count < $1.joined.count }) { return longest.name }
      // "pepperwick.example" for "Pepperwick & Sons", where no other begins so.
      let begun = companies.filter { MailCompany.begins($0.plain, label) }
      if begun.count == 1 { return begun[0].name }
    }
    // The plainest place that names one: who it is from, what it is about, who signed, what it says.
    for text in [mail.from.name, mail.subject, signature, String(own.suffix(400)), own] {
      let found = mentioned(text)
      if found.count == 1 { return found.first }
      if found.count > 1 { return nil }
    }
    return nil
  }

  /// Whether a part of an address is that of a company.
  private static func has(_ company: String, _ label: String) -> Bool {
    company == label || company.count > 3 && label.hasPrefix(company)
  }

  /// Whether a part of an address is the first words of a company's name, such as `acmeworks` of "Acme Works
  /// Holding". Fewer than five letters could be anybody's.
  private static func begins(_ company: String, _ label: String) -> Bool {
    guard label.count > 4 else { return false }
    var start = ""
    for word in company.split(separator: " ") {
      start += word
      if start == label { return true }
    }
    return false
  }

  /// The companies on file whose people have the address of the writer.
  private func homes(_ mail: Mail, _ file: OnFile) -> Set<String> {
    Set(file.people(email: mail.from.address).compactMap { named($0.company) })
  }

  private func named(_ name: String) -> String? {
    companies.first { NameFolding.isSame($0.name, name) }?.name
  }

  /// The companies on file whose name stands in a text, a longer one instead of those within it. A name of
  /// everyday words is one only where it is written as a name.
  private func mentioned(_ text: String) -> Set<String> {
    let parts = NameFolding.words(text).filter { !MailCompany.joins.contains($0) }
    guard !parts.isEmpty else { return [] }
    let plain = " " + parts.joined(separator: " ") + " "
    let found = companies.filter {
      plain.contains(" \($0.plain) ") && ($0.plain.count > 2 || text.contains($0.name))
        && (text.contains($0.name.prefix(1).uppercased()) || text == text.lowercased())
    }
    return Set(
      found.filter { it in
        !found.contains { $0.plain != it.plain && " \($0.plain) ".contains(" \(it.plain) ") }
      }.map(\.name))
  }

  /// The part of an address that names its owner, such as `acme` in `jobs@mail.acme.co.uk`; nil for hosts
  /// that say nothing.
  func label(_ address: String) -> String? {
    guard let at = address.lastIndex(of: "@") else { return nil }
    let host = address[address.index(after: at)...]
    let labels = host.split(separator: ".").map(String.init)
    guard labels.count > 1 else { return nil }
    for start in 0..<labels.count - 1
    where words.hosts.contains(labels[start...].joined(separator: ".")) {
      return nil
    }
    let second: Set<String> = ["co", "com", "org", "net", "ac", "gov", "edu"]
    let isLong =
      labels.count > 2 && second.contains(labels[labels.count - 2])
      && labels[labels.count - 1].count == 2
    return NameFolding.plain(labels[labels.count - (isLong ? 3 : 2)]).filter { $0 != "-" }
  }

  // MARK: - Not on file

  /// What the mail calls its company, where none on file is meant; nil where it doesn't say.
  func told(_ mail: Mail, _ file: OnFile) -> String? {
    // Somebody who writes for several on file writes for one of them, whatever their address is called.
    guard homes(mail, file).count < 2 else { return nil }
    let parts = mail.from.name.split(separator: " ").map(String.init)
    let kept = parts.filter { !desks.contains(ImportWords.plain($0)) }
    if kept.count < parts.count, !kept.isEmpty { return Harmless.line(kept.joined(separator: " ")) }
    let told = JobTold(mail.subject, words).company
    let home = label(mail.from.address)
    // A name beside a title may also be that of a team: the address has the last word.
    if !told.isEmpty, home == nil || MailCompany.isLike(told, home ?? "") || told.contains("&") {
      return told
    }
    if !told.isEmpty,
      NameFolding.words(mail.subject).contains(where: {
        $0.hasPrefix("appl") || $0.hasPrefix("interview") || $0.hasPrefix("bewerbung")
      })
    {
      return told
    }
    return label(mail.from.address).map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }

  /// Whether a name may be that of an address's owner, such as "Pepperwick & Sons" of `pepperwick`.
  private static func isLike(_ name: String, _ label: String) -> Bool {
    let joined = bare(name).joined()
    return joined.hasPrefix(label) || label.hasPrefix(joined)
  }

  /// The words of a company's name that tell it from others: "Smith & Sons", "Smith and Sons Ltd" are one.
  private static func bare(_ name: String) -> [String] {
    let parts = NameFolding.words(name).filter { !joins.contains($0) }
    let bare = parts.filter { !forms.contains($0) }
    return bare.isEmpty ? parts : bare
  }

  /// What "&" may be written as.
  private static let joins: Set<String> = ["and", "und", "et", "y", "amp"]

  /// Whether the sender is a desk or a machine and nobody to write to.
  func isDesk(_ sender: Mail.Sender) -> Bool {
    let local = ImportWords.plain(String(sender.address.prefix { $0 != "@" }))
    if desks.contains(local) || local.contains("reply") { return true }
    let name = NameFolding.words(sender.name)
    return name.isEmpty
      || name.contains {
        $0 != "at" && $0 != "from" && $0 != "the" && $0 != "of" && $0 != "via" && desks.contains($0)
      }
  }

  /// A sender's name as a person's: `Quill, Ada (Acme)` and `Ada from Acme` become `Ada Quill` and `Ada`.
  static func person(_ name: String) -> String {
    var name = name
    if let bracket = name.firstIndex(where: { "(|[".contains($0) }) {
      name = String(name[..<bracket])
    }
    for sign in [" from ", " at ", " @ ", " via "] {
      if let range = name.firstRange(of: sign) { name = String(name[..<range.lowerBound]) }
    }
    let halves = name.split(separator: ",").map { String($0).trimmed }
    if halves.count == 2, !halves[0].contains(" ") { name = "\(halves[1]) \(halves[0])" }
    return name.trimmed
  }
}
