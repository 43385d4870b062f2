import DebriefApp
import DebriefContent
import DebriefModel
import DebriefStore
import Spelling

/// What the program's runner does for letters, as far as it needs no other program.
extension Desk {
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
      now: now)
    return library.letters().draft(wanted.kind, facts)
  }

  func letterDesk(_ id: ID, letter: ID?) throws -> LetterDesk? {
    let settings = library.letterSettings()
    let since = now.day.adding(days: -settings.days)
    guard let dossier = try store.dossier(id),
      var desk = try store.letterDesk(id, since: since, today: now.day)
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

  func check(_ words: [String], _ text: String, _ wanted: LetterWanted) throws {
    looked += words
    let language = try store.profile()?.language ?? Profile().language
    let report = Speller(language: language).report(words: Set(words))
    send(.words(report, foreign: try store.foreignNames(in: text, besides: wanted.application)))
  }
}
