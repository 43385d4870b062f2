import DebriefModel

/// A letter as a mail: a file for a mail program (`.eml`), or a `mailto:` address. Nothing is sent.
///
/// What a header takes from outside is one ``Harmless/line(_:)``: a line break or a control character
/// in a name or a subject cannot begin a header of its own.
public struct MailMessage: Hashable, Sendable {
  /// Who writes.
  public let from: MailAddress
  /// To whom.
  public let to: MailAddress
  /// The subject, on one line.
  public let subject: String
  /// The text, its lines ended by line feeds.
  public let text: String
  /// When it was written.
  public let date: Moment
  /// What the mail is known by: the id of its letter.
  public let id: ID

  /// Makes a mail.
  public init(
    from: Profile, to: Person?, subject: String, text: String, date: Moment, id: ID
  ) {
    self.from = MailAddress(name: from.name, address: from.email)
    self.to = MailAddress(name: to?.name ?? "", address: to?.email ?? "")
    self.subject = Harmless.line(subject)
    self.text = Harmless.text(text)
    self.date = date
    self.id = id
  }

  /// The mail that a letter is.
  public init(_ letter: Letter, from: Profile, to: Person?, date: Moment) {
    self.init(
      from: from, to: to, subject: letter.subject, text: letter.text, date: date, id: letter.id)
  }

  /// What the mail lacks and the user's mail program has to add, a sentence each.
  public var remarks: [String] {
    var remarks: [String] = []
    if to.address == nil {
      let why =
        if let refused = to.refused {
          "\"\(refused)\" isn't an email address"
        } else {
          to.name.isEmpty ? "No one is named" : "There's no email address for \(to.name)"
        }
      remarks.append(why + ", so the email isn't addressed yet.")
    }
    if from.address == nil {
      remarks.append(
        from.refused.map {
          "Your own address, \"\($0)\", isn't an email address, so your email program uses its own."
        } ?? "You haven't added your email address, so your email program uses its own.")
    }
    return remarks
  }

  // MARK: A file

  /// The mail as a file of its own (RFC 5322, 2045 to 2047), marked as one that is still to be sent.
  /// Without an address there is no From or To: the mail program asks.
  public func eml() -> String {
    var out = MailHeader.line("X-Unsent", ["1"])
    out += MailHeader.line("Date", [MailDate.text(date)])
    out += MailHeader.line("Message-ID", ["<\(messageID)@debrief.invalid>"])
    out += from.header("From")
    out += to.header("To")
    if !subject.isEmpty { out += MailHeader.line("Subject", text: subject) }
    let body = MailBody(text)
    out += MailHeader.line("MIME-Version", ["1.0"])
    out += MailHeader.line("Content-Type", ["text/plain;", "charset=utf-8"])
    out += MailHeader.line("Content-Transfer-Encoding", [body.encoding])
    return out + "\r\n" + body.encoded
  }

  /// What tells this mail from all others: the letter, and to whom it goes, for a draft may be made out
  /// to one person after another.
  private var messageID: String {
    let letter = MailHeader.token(id.text)
    let recipient = (to.address?.lowercased() ?? to.refused ?? "") + "\n" + to.name
    guard recipient != "\n" else { return letter }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in recipient.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return letter + "." + String(hash, radix: 36)
  }

  // MARK: An address

  /// The longest `mailto:` that is handed to another program: well below the longest argument Linux
  /// takes (131,072 bytes), with room for the programs it is passed on through.
  public static let mailtoLimit = 32_000

  /// The mail as an address (RFC 6068): all but letters, digits and `-._~` is percent-encoded.
  public func mailto() -> String {
    var fields: [String] = []
    if !subject.isEmpty { fields.append("subject=" + Percent.encode(subject)) }
    if !text.isEmpty { fields.append("body=" + Percent.encode(text, newline: "%0D%0A")) }
    let address = to.address.map { Percent.encode($0, keeping: "@") } ?? ""
    return "mailto:" + address + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
  }

  /// Why ``mailto()`` is not to be handed to another program, in one sentence; nil when it can be.
  public var mailtoProblem: String? {
    let length = mailto().utf8.count
    if length > MailMessage.mailtoLimit {
      return "The letter is too long to open in an email program (\(length) bytes; the limit is "
        + "\(MailMessage.mailtoLimit)). Save it to a file instead."
    }
    // xdg-email decodes the address and puts it between single quotes for Thunderbird.
    if let address = to.address, address.contains("'") || address.contains("`") {
      return "The address \(address) has a quotation mark in it, which xdg-email doesn't pass on "
        + "safely. Save the letter to a file instead."
    }
    return nil
  }
}

/// Percent-encoding (RFC 3986).
enum Percent {
  static func encode(_ text: String, keeping kept: String = "", newline: String = "%0A") -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x0a: out += newline.utf8
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        out.append(byte)
      case _ where kept.utf8.contains(byte): out.append(byte)
      default: out += [UInt8(ascii: "%"), Hex.digit(byte >> 4), Hex.digit(byte & 15)]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Digits as mail wants them: capitals.
enum Hex {
  static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
