import Foundation
import TestSupport
import Testing

/// An adviser's remarks come back however they were sent: through a pipe, in an email, in another encoding.
@Suite(.timed) struct RemarkCommandTests {
  private let program = Program()

  /// The line with the mark of the only weakness.
  private func mark() throws -> String {
    try program.must("add", "Acme", "Engineer")
    try program.must("quick", "told too little", "--weakness", "--application", "acme")
    try program.must("share", "acme", "--yes", "-o", "a.txt")
    let text = String(decoding: try #require(program.read("a.txt")), as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix("[") && $0.contains("too little") }
    return String(try #require(line))
  }

  private func remark() throws -> [String: Any] {
    let all = try #require(try json(try program.must("export"))["feedback"] as? [[String: Any]])
    return try #require(all.first { $0["channel"] as? String == "adviser" })
  }

  @Test func throughAPipe() throws {
    let text = "debrief remarks 1\nFrom: Coach Kim\n\(try mark())\nName one number.\n"
    let told = try program.run("import", "-", stdin: text)
    #expect(told.code == 0 && told.err.contains("added: 1 comment"), "\(told.err)")
    #expect(try remark()["from"] as? String == "Coach Kim")
    let again = try program.run("import", "-", stdin: text)
    #expect(again.code == 0 && again.err.contains("already here: 1 comment"), "\(again.err)")
  }

  /// What a mail program makes of the text: wrapped and encoded lines, everything of ours quoted.
  @Test(arguments: ["quoted-printable", "base64"]) func inAReplyByEmail(_ encoding: String) throws {
    let mark = try mark()
    let body =
      "Dear Sam,\n\nOn Tue, Sam wrote:\n> debrief remarks 1\n> From:\n> \(mark)\n"
      + "Name one number: about 40% läuft.\n\n> | Acme\n"
    let coded =
      encoding == "base64"
      ? Data(body.utf8).base64EncodedString(options: .lineLength76Characters)
      : body.replacing("%", with: "=25").replacing("ä", with: "=C3=A4")
        .replacing("about", with: "ab=\nout").replacing("remarks 1", with: "rem=\narks 1")
    try program.write(
      "From: Kim Placeholder <kim@coach.example>\nTo: sam@example.org\nSubject: Re: Acme\n"
        + "Date: Mon, 9 Mar 2026 10:00:00 +0000\nMIME-Version: 1.0\n"
        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: \(encoding)\n\n"
        + coded + "\n", to: "reply.eml")
    let told = try program.run("import", "reply.eml")
    #expect(told.code == 0 && told.err.contains("added: 1 comment"), "\(told.err)")
    let remark = try remark()
    #expect(remark["from"] as? String == "Kim Placeholder")
    #expect((remark["verbatim"] as? String)?.contains("about 40% läuft.") == true, "\(remark)")
    #expect(remark["received"] as? String != nil)
  }

  /// As Notepad may save it.
  @Test(arguments: [String.Encoding.utf16LittleEndian, .windowsCP1252])
  func inAnotherEncoding(_ encoding: String.Encoding) throws {
    let text = "debrief remarks 1\r\nFrom: Zoë\r\n\(try mark())\r\nEine Zahl wäre gut für dich.\r\n"
    var bytes = [UInt8](try #require(text.data(using: encoding)))
    if encoding == .utf16LittleEndian { bytes = [0xff, 0xfe] + bytes }
    let told = try program.run(["import", "-"], bytes: bytes)
    #expect(told.code == 0 && told.err.contains("added: 1 comment"), "\(told.err)")
    #expect(try remark()["from"] as? String == "Zoë")
    #expect((try remark()["verbatim"] as? String)?.contains("wäre gut für dich.") == true)
  }

  @Test func ofTooManyTheSizeIsSaid() throws {
    let long = String(repeating: "x", count: 9 << 20)
    try program.write("debrief remarks 1\n\(try mark())\n\(long)\n", to: "long.txt")
    let told = try program.run("import", "long.txt")
    #expect(told.code == 65 && told.err.contains("can be 8 MiB at most"), "\(told.err)")
  }
}
