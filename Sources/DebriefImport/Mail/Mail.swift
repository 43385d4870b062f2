import CMail
import DebriefModel

/// A mail as far as it is read: who wrote it, when, what it says, what is attached.
public struct Mail: Sendable {
  /// Somebody with an address.
  public struct Sender: Hashable, Sendable {
    /// What they are called; empty where only the address is known.
    public var name: String
    /// The address, in small letters; empty where only the name is known.
    public var address: String
    /// Makes one.
    public init(name: String = "", address: String = "") {
      (self.name, self.address) = (name, address)
    }
  }

  /// Who wrote it.
  public var from = Sender()
  /// Whom it went to, as it is written.
  public var to = ""
  /// What it is about.
  public var subject = ""
  /// When; nil where that is not said.
  public var date: Moment?
  /// By what it is known; empty where it has no name of its own.
  public var id = ""
  /// What it says, as text.
  public var text = ""
  /// The names of what is attached.
  public var attachments: [String] = []
  /// The calendar files in it.
  public var calendars: [[UInt8]] = []
  /// Mails that are attached to it.
  public var inner: [Mail] = []
  /// Whether it goes deeper, or has more parts, than is read.
  public var isCut = false
  /// What keeps its text from being read; nil where nothing does.
  var seal: MailSeal?

  /// A mail may have so many bytes.
  public static let limit = 64 << 20
  /// What is read of one text: more than anybody writes.
  static let longestText = TextLimit.bytes

  /// An empty one.
  public init() {}

  /// Reads a mail (RFC 5322, RFC 2045), or the text of one with its fields as a mail program shows them.
  ///
  /// - Parameter now: Today, and the zone that its date is shown in.
  /// - Throws: ``ImportFault`` without GMime, for one that is too large, or for what is none.
  public init(_ bytes: [UInt8], name: String, now: Moment) throws(ImportFault) {
    let bytes = Mail.plain(bytes)
    if let shown = MailText.shown(bytes, now: now) {
      self = shown
      return
    }
    if let reason = dmail_open() {
      throw ImportFault(
        .library,
        "Reading mail needs GMime, which couldn't be opened (install libgmime-3.0-0): "
          + "\(String(cString: reason)).")
    }
    guard bytes.count <= Mail.limit else {
      throw ImportFault(
        .data,
        "\(name) is too large: an email can be \(Mail.limit >> 20) MiB at most.")
    }
    let kept = MailBudget.kept(of: bytes)
    let read = (kept ?? bytes).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { dmail_read($0.baseAddress, $0.count) }
    }
    guard let read else { throw ImportFault(.data, "\(name) can't be read as an email.") }
    defer { dmail_free(read) }
    self = Mail(read.pointee, 0, now)
    isCut = read.pointee.is_cut != 0 || kept != nil
    guard !from.address.isEmpty || !from.name.isEmpty || !subject.isEmpty || date != nil else {
      throw ImportFault(.data, "\(name) has no sender, subject, or date, so it isn't an email.")
    }
  }

  private init(_ all: dmail, _ number: Int, _ now: Moment) {
    let it = all.messages[number]
    from = Sender(
      name: Mail.line(it.from_name), address: Mail.line(it.from_address).lowercased())
    if from.name.lowercased() == from.address { from.name = "" }
    to = Mail.line(it.to)
    subject = Mail.line(it.subject)
    if let raw = it.raw_subject, let whole = EncodedWords.text(String(cString: raw)) {
      subject = String(Harmless.line(whole).prefix(500))
    }
    if let raw = it.raw_from, let whole = EncodedWords.text(String(cString: raw)) {
      let name = MailText.sender(whole).name
      if name.count > from.name.count { from.name = String(name.prefix(500)) }
    }
    id = Mail.line(it.id)
    if it.has_date != 0, (0...253_370_764_800).contains(it.date) {
      date = Moment(seconds: Int(it.date), offset: Int(it.offset)).seen(in: now.zone)
    } else if let raw = it.raw_date {
      date = MailText.moment(String(cString: raw), now: now)
    }
    var texts: [(set: Int32, isHTML: Bool, text: String)] = []
    for place in 0..<all.part_count where all.parts[place].message == Int32(number) {
      let part = all.parts[place]
      let type = part.type.map { String(cString: $0) } ?? ""
      let name = Mail.line(part.name)
      let bytes = part.text.map {
        Array(UnsafeRawBufferPointer(start: $0, count: part.length))
      }
      if type == "text/calendar" || type == "application/ics" {
        if let bytes { calendars.append(bytes) }
      } else if let bytes, type.hasPrefix("text/"), name.isEmpty || part.alternative > 0 {
        let text = Mail.text(bytes)
        let isPage = type == "text/html" || HTMLText.isWholePage(text)
        texts.append(
          (
            part.alternative, isPage,
            part.flow > 0 && !isPage ? Mail.unwrapped(text, joins: part.flow == 2) : text
          ))
      } else if let bytes, !type.hasPrefix("text/"),
        let text = String(validating: bytes.prefix(Mail.longestText), as: UTF8.self),
        !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value < 9 })
      {
        // Some programs don't say what it is.
        texts.append((part.alternative, HTMLText.isWholePage(text), text))
      } else {
        seal = seal ?? MailSeal(type: type, name: name)
        attachments.append(name.isEmpty ? "a file without a name (\(type))" : name)
      }
    }
    text = Mail.joined(texts)
    if !text.allSatisfy(\.isWhitespace), seal != .bounce { seal = nil }
    for place in 0..<all.message_count where all.messages[place].parent == Int32(number) {
      inner.append(Mail(all, place, now))
    }
  }

  /// The bytes in the form that mail has: without a mark of their encoding, and with line feeds.
  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    if let marked = TextEncoding.marked(bytes) {
      if marked.encoding == .utf8 { return Array(bytes.dropFirst(marked.length)) }
      let text = try? RunningText.read(bytes, name: "").text
      return text.map { Array($0.utf8) } ?? bytes
    }
    let head = bytes.prefix(1 << 16)
    guard !head.contains(0x0a), head.contains(0x0d) else { return bytes }
    return bytes.map { $0 == 0x0d ? 0x0a : $0 }
  }

  /// A text whose lines were only wrapped for the way (RFC 3676), with its lines as they were written.
  ///
  /// - Parameter joins: Whether the blank at the end of a wrapped line is no part of the text.
  static func unwrapped(_ text: String, joins: Bool) -> String {
    var result: [String] = []
    var before: (marks: Int, goesOn: Bool) = (0, false)
    for line in Harmless.text(text).split(separator: "\n", omittingEmptySubsequences: false) {
      let marks = line.prefix { $0 == ">" }.count
      var words = line.dropFirst(marks)
      if words.first == " " { words = words.dropFirst() }
      let isSign = words == "-- "
      let goesOn = words.last == " " && !isSign
      if goesOn, joins { words = words.dropLast() }
      if before.goesOn, before.marks == marks, !isSign {
        result[result.count - 1] += words
      } else {
        let quote = String(repeating: ">", count: marks)
        result.append(marks > 0 ? "\(quote) \(words)" : String(words))
      }
      before = (marks, goesOn)
    }
    return result.joined(separator: "\n")
  }

  /// The texts in their order; of those that say the same, the plain one, where it says anything.
  private static func joined(_ texts: [(set: Int32, isHTML: Bool, text: String)]) -> String {
    var done: Set<Int32> = []
    var result: [String] = []
    for it in texts {
      var chosen = it
      if it.set > 0 {
        guard done.insert(it.set).inserted else { continue }
        let all = texts.filter { $0.set == it.set }
        chosen =
          all.first { !$0.isHTML && !$0.text.allSatisfy(\.isWhitespace) }
          ?? all.first { $0.isHTML } ?? it
      }
      result.append(chosen.isHTML ? HTMLText.text(chosen.text) : Harmless.text(chosen.text))
    }
    return result.joined(separator: "\n\n")
  }

  /// Bytes as text: UTF-8, or else what most other mail is in.
  private static func text(_ bytes: [UInt8]) -> String {
    let part = bytes.prefix(longestText)
    if let text = String(validating: part, as: UTF8.self) { return text }
    // The end may be cut inside of a character.
    for cut in 1...3 where part.count > cut && bytes.count > part.count {
      if let text = String(validating: part.dropLast(cut), as: UTF8.self) { return text }
    }
    var scalars = String.UnicodeScalarView()
    for byte in part {
      let value = (0x80...0x9f).contains(byte) ? TextEncoding.upper[Int(byte) - 0x80] : UInt32(byte)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  private static func line(_ text: UnsafeMutablePointer<CChar>?) -> String {
    guard let text else { return "" }
    return String(Harmless.line(String(cString: text)).prefix(500))
  }
}
