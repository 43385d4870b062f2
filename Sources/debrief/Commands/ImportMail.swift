import DebriefImport
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc
import TUI

/// Brings in mails: one, or some of a mailbox.
struct ImportMail {
  let source: ByteSource
  let session: Session
  /// Which mails of a mailbox, by their numbers; nil where nobody said.
  let pick: Set<Int>?
  /// The application they belong to, where the command says so.
  let to: String?

  /// So many mails are taken at once.
  private static let most = 500

  /// What they would add to a store.
  func plan(_ store: Store) throws -> ImportPlan {
    let readers = try readers(store)
    var reader = try readers.mails(complain)
    let mails = try chosen(reader)
    var proposal = Proposal(title: mails.count == 1 ? "email imported" : "emails imported")
    for (number, mail) in mails {
      do {
        try readers.add(mail, &reader, to: &proposal)
      } catch let fault as ImportFault where mails.count > 1 {
        proposal.remarks.append("email \(number) is left out: \(fault.description)")
      }
    }
    return ImportPlan(proposal, at: session.now)
  }

  /// Prints the mails of a mailbox, numbered.
  func list(_ store: Store) throws {
    let reader = try readers(store).mails(complain)
    var lines = LineBuffer()
    var isEmpty = true
    try each { number, mail in
      isEmpty = false
      ImportMail.line(number, mail.map(reader.look), &lines)
      try lines.end()
    }
    try lines.flush()
    if isEmpty { complain("\(source.name) has no emails") }
  }

  private static func line(_ number: Int, _ seen: MailImport.Seen?, _ lines: inout LineBuffer) {
    let digits = String(number)
    lines.blanks(max(0, 5 - digits.count))
    lines.text(digits + "  ")
    guard let seen else { return lines.text("can't be read as an email") }
    lines.cell(seen.mail.date?.day.dated ?? "", width: 12)
    lines.cell(
      seen.mail.from.name.isEmpty ? seen.mail.from.address : seen.mail.from.name, width: 24)
    lines.blanks(1)
    lines.cell(seen.mail.subject, width: 38)
    lines.blanks(1)
    lines.text(seen.isMine ? "from you" : seen.kind.noun)
  }

  private func readers(_ store: Store) throws -> ImportReader {
    ImportReader(session, store, to: try to.map { try store.target($0) })
  }

  /// The mails that are meant: the only one, those that were picked, or those somebody names now.
  private func chosen(_ reader: MailImport) throws -> [(Int, Mail)] {
    var mails: [(Int, Mail)] = []
    var count = 0
    var lines = LineBuffer()
    let mayAsk = pick == nil && isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    try each { number, mail in
      count = number
      guard pick?.contains(number) ?? (number == 1 || mayAsk) else { return }
      if pick == nil, number > 1 || mayAsk, mails.count >= ImportMail.most { return }
      guard let mail else {
        throw ImportFault(.data, "Email \(number) of \(source.name) can't be read.")
      }
      if mails.count < ImportMail.most { mails.append((number, mail)) }
    }
    guard count > 0 else { throw ImportFault(.data, "\(source.name) has no emails.") }
    if let pick, let missing = pick.sorted().last(where: { $0 > count || $0 < 1 }) {
      throw ImportFault(
        .usage, "There's no email \(missing) in \(source.name): it has \(count). --list shows them."
      )
    }
    if let pick, pick.count > ImportMail.most {
      throw ImportFault(.usage, "That's more than \(ImportMail.most) emails. Pick fewer at a time.")
    }
    guard pick == nil, count > 1 else { return mails }
    guard mayAsk else {
      throw ImportFault(
        .usage,
        "\(source.name) has \(count) emails. Choose with --pick, such as --pick 3,5-7; --list shows them."
      )
    }
    for (number, mail) in mails {
      ImportMail.line(number, reader.look(mail), &lines)
      try lines.end()
    }
    try lines.flush()
    if count > mails.count { complain("\(count - mails.count) more: choose those with --pick") }
    let answer = ImportPlan.asked("Which ones? (such as 3,5-7; Enter for none) ")
    let chosen = try ImportMail.numbers(answer)
    return mails.filter { chosen.contains($0.0) }
  }

  private func each(_ body: (Int, Mail?) throws -> Void) throws {
    let progress = ProgressLine("Reading \(source.name)", total: source.size)
    var box = try Mailbox(progress.watching(source))
    var number = 0
    while let bytes = try box.next() {
      number += 1
      do {
        try body(
          number,
          try Mail(
            bytes, name: number == 1 ? source.name : "email \(number)", now: session.now))
      } catch let fault as ImportFault where fault.kind == .data && number > 1 {
        try body(number, nil)
      }
    }
    progress.clear()
  }

  /// `3,5-7` as numbers.
  static func numbers(_ text: String) throws(Failure) -> Set<Int> {
    var numbers: Set<Int> = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1], first > 0,
        last >= first,
        last - first < 10_000
      else {
        throw Failure(
          "\"\(part)\" isn't a number or a range. Type something like 3,5-7.",
          code: ExitStatus.usage)
      }
      numbers.formUnion(first...last)
    }
    return numbers
  }
}
