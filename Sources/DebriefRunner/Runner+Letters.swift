import DebriefApp
import DebriefContent
import DebriefExport
import DebriefModel
import DebriefStore
import Spelling
import TUI

/// What the letters want done: drafted from a template, checked, and handed to other programs.
extension Runner {
  /// Tells all there is on an application (A45).
  func everything(_ id: ID, columns: Int) throws {
    guard let dossier = try store.dossier(id) else { return }
    var checklists: [Branch: Checklist] = [:]
    for branch in Set(dossier.debriefs.map(\.branch)) {
      checklists[branch] = library.content(only: branch).checklists[branch]
    }
    let known = Set(checklists.values.flatMap { $0.items.map(\.id) })
    if dossier.responses.contains(where: { !known.contains($0.item) }) {
      for branch in Branch.allCases where checklists[branch] == nil {
        checklists[branch] = library.content(only: branch).checklists[branch]
      }
    }
    let text = DossierText(
      dossier, reasons: library.reasons(), checklists: checklists, now: session.now,
      measure: .terminal, columns: columns, here: try store.earlier(at: dossier.application)
    ).text()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    send(.everything(lines, id))
  }

  /// A letter as its template and what is on file make it.
  func draft(_ wanted: LetterWanted) throws {
    guard let dossier = try store.dossier(wanted.application),
      let desk = try letterDesk(wanted.application, letter: nil)
    else { return }
    send(.drafted(draft(wanted, dossier, desk, due: wanted.due), wanted, desk))
  }

  private func draft(
    _ wanted: LetterWanted, _ dossier: Dossier, _ desk: LetterDesk, due: Day?
  ) -> LetterDraft {
    let facts = LetterFacts(
      dossier, to: dossier.person(wanted.to), profile: desk.profile, resume: desk.resume, due: due,
      tookOther: desk.tookOther, now: session.now)
    return library.letters().draft(wanted.kind, facts)
  }

  /// What lies around the letters of an application, or around one of them.
  func letterDesk(_ id: ID, letter: ID?) throws -> LetterDesk? {
    let settings = library.letterSettings()
    let today = session.now.day
    let since = today.adding(days: -settings.days)
    guard let dossier = try store.dossier(id),
      var desk = try store.letterDesk(id, since: since, today: today)
    else { return nil }
    desk.settings = settings
    desk.callCard = CallCard.filled(library.callCard(), dossier, desk.profile)
    guard let letter, let it = dossier.letters.first(where: { $0.id == letter }) else {
      return desk
    }
    desk.letter = letter
    desk.foreignNames = try store.foreignNames(in: it.text, besides: id)
    if let kind = it.letterKind, !it.isSent {
      let wanted = LetterWanted(application: id, kind: kind, to: it.to, letter: letter)
      desk.gaps = draft(wanted, dossier, desk, due: it.due).gaps
    }
    return desk
  }

  /// What the dictionary says about words, and the store about names.
  func check(_ words: [String], _ text: String, _ wanted: LetterWanted) throws {
    let language = try store.profile()?.language ?? Profile().language
    let report = speller(language).report(words: Set(words))
    send(.words(report, foreign: try store.foreignNames(in: text, besides: wanted.application)))
  }

  /// A stored letter as a mail, and where the program says what became of it.
  private func mail(_ letter: ID, _ application: ID) throws -> (Letter, MailMessage)? {
    guard let dossier = try store.dossier(application),
      let it = dossier.letters.first(where: { $0.id == letter })
    else {
      send(.failed("This letter was deleted. {undo} brings it back."))
      return nil
    }
    let from = try store.profile() ?? Profile()
    return (it, MailMessage(it, from: from, to: dossier.person(it.to), date: session.now))
  }

  /// The text of a letter for the clipboard.
  func copy(_ letter: ID, _ application: ID) throws {
    guard let (it, _) = try mail(letter, application) else { return }
    if device.isOnDesktop,
      let program = ClipboardProgram(environment: session.environment).copy(it.text)
    {
      return send(.told("Copied with \(program). You haven't sent it yet."))
    }
    try device.copy(it.text)
    send(.told("Copied, if your terminal allows it. Paste it to be sure. You haven't sent it yet."))
  }

  /// A letter in the mail program.
  func openMail(_ letter: ID, _ application: ID) throws {
    guard let (_, message) = try mail(letter, application) else { return }
    try MailProgram(environment: session.environment).open(message)
    let remark = message.remarks.first.map { " " + $0 } ?? ""
    send(
      .told(
        "It's in your email program. Once you've sent it, mark it in Letters: {review.letters}, "
          + "then {letters.sent}.\(remark)"
      )
    )
  }

  /// A letter in a file that was not there before: a mail when it is named so, else text.
  func write(_ letter: ID, _ application: ID, path: String) throws {
    guard let (_, message) = try mail(letter, application) else { return }
    let path = place(path)
    let isMail = try LetterFile.forms.of(path) == .eml
    try FileOutput.create(isMail ? message.eml() : Runner.text(of: message), at: path)
    send(.told("Saved to \(path). You haven't sent it yet."))
  }

  /// A letter as text, with its head.
  private static func text(of message: MailMessage) -> String {
    var head = ""
    let name = message.to.name
    let address = message.to.address.map { name.isEmpty ? $0 : "<\($0)>" } ?? ""
    let to = [name, address].filter { !$0.isEmpty }.joined(separator: " ")
    if !to.isEmpty { head += "To: \(to)\n" }
    if !message.subject.isEmpty { head += "Subject: \(message.subject)\n" }
    return head + (head.isEmpty ? "" : "\n") + message.text + "\n"
  }
}

/// The form in which a letter is written to a file.
package enum LetterFile: String, CaseIterable, Sendable {
  case text, eml

  /// What its file may be, by its name.
  package static let forms = FileForm<LetterFile>(
    what: "a letter", usual: .text, bySuffix: ["txt": .text, "text": .text, "eml": .eml])
}
