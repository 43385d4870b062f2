import DebriefModel

/// A name and an e-mail address, as far as they can stand in a mail.
public struct MailAddress: Hashable, Sendable {
  /// The name, on one line; may be empty.
  public let name: String
  /// The address; nil when there is none, or what is on file is none.
  public let address: String?
  /// What is on file instead of an address; nil when there is one or nothing.
  public let refused: String?

  /// Takes what is on file.
  public init(name: String, address: String) {
    self.name = Harmless.line(name)
    let line = Harmless.line(address)
    // What had to be changed to fit on a line was no address.
    let fits = MailAddress.isAddress(line) && !address.unicodeScalars.contains { $0.value < 0x20 }
    self.address = fits ? line : nil
    refused = fits || line.isEmpty ? nil : line
  }

  /// Whether it is a plain address: a dot-atom, `@`, and a host name (RFC 5321, 5322), all in ASCII.
  /// Quoted local parts, routes and lists are not taken: nobody is written to by accident.
  static func isAddress(_ text: String) -> Bool {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, (1...64).contains(halves[0].utf8.count),
      (1...253).contains(halves[1].utf8.count)
    else { return false }
    let atoms = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    let labels = halves[1].split(separator: ".", omittingEmptySubsequences: false)
    return atoms.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(MailHeader.isAtom) }
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { MailHeader.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
      }
  }

  /// The header of this name; empty without an address.
  func header(_ field: String) -> String {
    guard let address else { return "" }
    guard !name.isEmpty else { return MailHeader.line(field, [address]) }
    return MailHeader.line(field, phrase(column: field.utf8.count + 2) + ["<\(address)>"])
  }

  /// The name as a phrase (RFC 5322, 2047), in parts that a line may be folded between.
  private func phrase(column: Int) -> [String] {
    let words = name.split(separator: " ").map(String.init)
    guard name.utf8.allSatisfy({ $0 < 0x80 }), !name.contains("=?") else {
      return EncodedWord.parts(name, column: column)
    }
    if words.allSatisfy({ $0.utf8.count <= 60 && $0.utf8.allSatisfy(MailHeader.isAtom) }) {
      return words
    }
    var quoted = "\""
    for character in name.unicodeScalars {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    quoted += "\""
    return quoted.utf8.count <= 60 ? [quoted] : EncodedWord.parts(name, column: column)
  }
}
