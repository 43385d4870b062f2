import DebriefModel

/// The text of a mail, taken apart: what its writer wrote, what they quoted, and a mail they passed on.
struct MailText {
  /// What is new in it, without the signature.
  var own = ""
  /// What stands below the sign that begins a signature.
  var signature = ""
  /// A mail that was passed on inside of the text: who wrote it, when, what it says.
  var forwarded: Mail?

  /// Takes a text apart; dates are read in a zone.
  init(_ text: String, now: Moment) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    var kept: [String] = []
    var at = 0
    while at < lines.count {
      let line = lines[at].trimmed
      if let start = MailText.forward(lines, at) {
        forwarded = MailText.inner(lines[start...], now: now)
        break
      }
      if MailText.isOriginal(line) || MailText.isOutlook(lines, at) { break }
      if let length = MailText.attribution(lines, at) {
        // Answers may stand between what they answer.
        at += length
        continue
      }
      if line.hasPrefix(">") {
        at += 1
        continue
      }
      if lines[at] == "-- " || line == "--" {
        signature = lines[(at + 1)...].prefix(20).joined(separator: "\n").trimmed
        // What somebody passed on below their signature is still passed on.
        if let later = lines.indices[(at + 1)...].first(where: {
          MailText.forward(lines, $0) != nil
        }),
          let start = MailText.forward(lines, later)
        {
          forwarded = MailText.inner(lines[start...], now: now)
        }
        break
      }
      kept.append(lines[at])
      at += 1
    }
    own = kept.joined(separator: "\n").trimmed
    while own.contains("\n\n\n") { own = own.replacing("\n\n\n", with: "\n\n") }
  }

  // MARK: - Signs

  /// Where the fields of a mail that was passed on begin; nil where none is.
  private static func forward(_ lines: [String], _ at: Int) -> Int? {
    let line = lines[at].trimmed.trimming { "-_=> *".contains($0) }.lowercased()
    let signs = [
      "forwarded message", "begin forwarded message:", "weitergeleitete nachricht",
      "anfang der weitergeleiteten nachricht:", "message transféré", "message transmis",
      "mensaje reenviado", "inoltrato messaggio", "messaggio inoltrato", "doorgestuurd bericht",
      "forwarded by", "début du message transféré :",
    ]
    guard
      signs.contains(line) || line.hasPrefix("forwarded message from")
        || line.hasPrefix("forwarded by")
    else { return nil }
    let next = lines.indices[(at + 1)...].first { !lines[$0].trimmed.isEmpty }
    return next.flatMap { field(lines[$0]) != nil ? $0 : nil }
  }

  private static func isOriginal(_ line: String) -> Bool {
    let words = line.trimming { "-_=> ".contains($0) }.lowercased()
    guard line.hasPrefix("-") || line.hasPrefix("_") else { return false }
    return [
      "original message", "ursprüngliche nachricht", "message d'origine", "message original",
      "mensaje original", "messaggio originale", "oorspronkelijk bericht", "original appointment",
    ].contains(words)
  }

  /// Whether the fields of an older mail begin here, as Outlook quotes it: a writer, and a date or subject
  /// close behind.
  private static func isOutlook(_ lines: [String], _ at: Int) -> Bool {
    guard let (name, _) = field(lines[at]), name == "from" else { return false }
    let next = lines[(at + 1)...].prefix(4).compactMap { field($0)?.name }
    return next.contains("date") && (next.contains("subject") || next.contains("to"))
  }

  /// How many lines say who wrote what is quoted below; nil where none does.
  private static func attribution(_ lines: [String], _ at: Int) -> Int? {
    let endings = [
      "wrote:", "schrieb:", "a écrit :", "a écrit:", "escribió:", "ha scritto:", "schreef:",
      "skrev:", "napisał:", "escreveu:",
    ]
    let starts = ["on ", "am ", "le ", "el ", "il ", "op ", "den ", "em ", "dnia ", "w dniu "]
    for length in 1...3 where at + length <= lines.count {
      let parts = lines[at..<(at + length)].map(\.trimmed)
      // A line before it is one of the text, unless it begins as such a sentence does.
      let first = parts[0].lowercased()
      guard length == 1 || starts.contains(where: first.hasPrefix) || parts[0].contains("@"),
        !parts.contains("")
      else { return nil }
      let words = parts.joined(separator: " ")
      guard words.utf8.count < 400 else { return nil }
      let low = words.lowercased()
      let isEnd =
        endings.contains { low.hasSuffix($0) }
        || low.hasPrefix("am ") && low.contains(" schrieb ") && low.hasSuffix(":")
      guard isEnd else { continue }
      let below = lines[(at + length)...].first { !$0.trimmed.isEmpty }
      guard low.contains(where: \.isNumber) || below?.trimmed.hasPrefix(">") == true else {
        return nil
      }
      return length
    }
    return nil
  }

  /// The names mail programs have for the fields they quote.
  private static let fields: [String: String] = [
    "from": "from", "von": "from", "de": "from", "da": "from", "van": "from", "date": "date",
    "sent": "date", "datum": "date", "gesendet": "date", "envoyé": "date", "fecha": "date",
    "enviado": "date", "data": "date", "inviato": "date", "verzonden": "date", "subject": "subject",
    "betreff": "subject", "objet": "subject", "asunto": "subject", "oggetto": "subject",
    "onderwerp": "subject", "to": "to", "an": "to", "à": "to", "para": "to", "a": "to", "aan": "to",
    "cc": "to", "kopie": "to", "reply-to": "to", "antwort an": "to", "message-id": "to",
  ]

  private static func field(_ line: String) -> (name: String, value: String)? {
    let line = line.trimmed.trimming { "> ".contains($0) }
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon].trimmed.trimming { $0 == "*" }.lowercased()
    guard let known = fields[name] else { return nil }
    return (known, line[line.index(after: colon)...].trimmed.trimming { $0 == "*" || $0 == " " })
  }

  /// The mail whose fields begin here.
  private static func inner(_ lines: ArraySlice<String>, now: Moment) -> Mail? {
    var mail = Mail()
    var rest = lines
    while let first = rest.first, let (name, value) = field(first) {
      switch name {
      case "from": mail.from = sender(value)
      case "date": mail.date = moment(value, now: now)
      case "subject": mail.subject = Harmless.line(value)
      default: mail.to = Harmless.line(value)
      }
      rest = rest.dropFirst()
    }
    guard !mail.from.name.isEmpty || !mail.from.address.isEmpty else { return nil }
    mail.text = rest.map { $0.hasPrefix("> ") ? String($0.dropFirst(2)) : $0 == ">" ? "" : $0 }
      .joined(separator: "\n")
    return mail
  }

  /// `Ada Quill <ada@acme.example>`.
  static func sender(_ text: String) -> Mail.Sender {
    let text = Harmless.line(text).replacing("mailto:", with: "")
    let words = text.split { " <>[]()\",;".contains($0) }.map(String.init)
    guard let address = words.first(where: { $0.contains("@") }) else {
      return Mail.Sender(name: text.trimming { "\"' ".contains($0) })
    }
    let name = text.replacing(address, with: "").trimming { " <>[]()\"',;".contains($0) }
    let first = name.split(separator: "<").first.map(String.init) ?? ""
    return Mail.Sender(
      name: first.trimming { " <>[]()\"',;".contains($0) }, address: address.lowercased())
  }

  /// When, as mail programs write it in a mail they quote.
  private static func moment(_ text: String, now: Moment) -> Moment? {
    var words = Harmless.line(text).replacing(" at ", with: " ").replacing(" um ", with: " ")
      .replacing(" à ", with: " ")
    if let bracket = words.firstIndex(of: "(") { words = words[..<bracket].trimmed }
    let reader = DateWords(now: now, direction: .past)
    for _ in 0..<5 {
      if let talk = reader.talk(words) ?? reader.talk(TableDates.english(words)) {
        return talk.start.day <= now.day ? talk.start : nil
      }
      // A weekday before it, or a zone behind it.
      if let comma = words.firstIndex(of: ","),
        words[..<comma].allSatisfy({ $0.isLetter || $0 == "." })
      {
        words = words[words.index(after: comma)...].trimmed
      } else if let cut = words.lastIndex(of: " ") {
        words = String(words[..<cut])
      } else {
        return nil
      }
    }
    return nil
  }
}
