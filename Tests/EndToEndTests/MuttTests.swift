import DebriefExport
import DebriefModel
import Foundation
import Testing

/// A real mail program opens what is written: to read it, and to go on writing it.
@Suite(.timed) struct MuttTests {
  private let message = MailMessage(
    from: Profile {
      $0.name = "Exampleton, Wile"
      $0.email = "wile@example.org"
    },
    to: Person(id: ID("p")) {
      $0.name = "Jörg Müller, 株式会社"
      $0.email = "joerg@example.com"
    }, subject: "Dank für das Gespräch: 株式会社 = ? _ & nothing more",
    text: "Guten Tag,\n\nFrom here on it is =3D 100 % Größe.\n.\nשלום\n株式会社はやぶさ\n",
    date: Moment(seconds: 1_774_000_800, offset: 60), id: ID("letter"))

  private func open(_ home: PrivateHome, _ arguments: [String]) throws -> TerminalRun? {
    guard access("/usr/bin/mutt", X_OK) == 0 else {
      print("mutt is not installed: not tested with it.")
      return nil
    }
    let settings = try home.file(
      "muttrc",
      """
      set mbox_type=Maildir spoolfile="\(home.folder)/mail" folder="\(home.folder)"
      set sleep_time=0 pager_index_lines=0 markers=no quit=yes move=no
      set charset=utf-8 editor=true abort_unmodified=no postpone=no
      set copy=no recall=no use_domain=no hostname=localhost
      ignore *
      unignore date from to subject x-unsent bcc x-evil

      """, mode: 0o600)
    return try home.open(
      ["-n", "-F", settings] + arguments, columns: 100, rows: 30, binary: "/usr/bin/mutt")
  }

  @Test func itIsRead() throws {
    let home = try PrivateHome()
    for name in ["", "/cur", "/new", "/tmp"] { mkdir("\(home.folder)/mail\(name)", 0o700) }
    // As a delivery does: the lines of a mailbox end as those of other files here.
    let delivered = message.eml().replacingOccurrences(of: "\r\n", with: "\n")
    _ = try home.file("mail/new/1.letter", delivered, mode: 0o600)
    guard let run = try open(home, ["-f", home.folder + "/mail"]) else { return }
    try run.waitFor("Dank für das Gespräch: 株式会社")
    try run.type(Keys.enter, until: "Guten Tag,")
    for text in [
      "Date: Fri, 20 Mar 2026 11:00:00 +0100", "From: \"Exampleton, Wile\" <wile@example.org>",
      "To: \"Jörg Müller, 株式会社\" <joerg@example.com>",
      "Subject: Dank für das Gespräch: 株式会社 = ? _ & nothing more",
      "From here on it is =3D 100 % Größe.", "株式会社はやぶさ",
    ] {
      #expect(run.screen.shows(text), "\(text)\n\(run.screen.text)")
    }
    #expect(run.screen.text.split(separator: "\n").contains("."))
    try run.type("x")
    try run.type("x")
    #expect(try run.end() == .exited(0))
  }

  @Test func itIsGoneOnWriting() throws {
    let home = try PrivateHome()
    let path = try home.file("letter.eml", message.eml(), mode: 0o600)
    guard let run = try open(home, ["-H", path]) else { return }
    // It asks whether what it has read is right; the editor leaves the text as it is.
    try run.waitFor("To: \"Jörg Müller, 株式会社\" <joerg@example.com>")
    try run.type(Keys.enter, until: "Subject: Dank für das Gespräch")
    try run.type(Keys.enter, until: "Compose")
    try run.wait("the whole head") { run.screen.shows("From:") && run.screen.shows("Bcc:") }
    for text in [
      "From: \"Exampleton, Wile\" <wile@example.org>",
      "To: \"Jörg Müller, 株式会社\" <joerg@example.com>",
      "Subject: Dank für das Gespräch: 株式会社 = ? _ & nothing more",
    ] {
      #expect(run.screen.shows(text), "\(text)\n\(run.screen.text)")
    }
    let rows = run.screen.text.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(rows.contains { $0.hasPrefix("Cc:") && $0.dropFirst(3).allSatisfy(\.isWhitespace) })
    #expect(rows.contains { $0.hasPrefix("Bcc:") && $0.dropFirst(4).allSatisfy(\.isWhitespace) })
    try run.type("q")
    #expect(try run.end() != .exited(127))
  }
}
