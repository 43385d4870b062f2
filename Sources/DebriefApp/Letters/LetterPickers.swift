import DebriefModel
import TUI

/// Which letter, and to whom: what fits comes first, and what does not says why.
extension LettersPane {
  /// Which letter to begin.
  static func kindPicker(_ dossier: Dossier, now: Moment) -> PickerOverlay {
    let settings = LetterSettings()
    let all = LetterKind.allCases.map { kind in
      let written = dossier.letters.filter { $0.letterKind == kind }
      let state = written.first.map {
        "\(written.count > 1 ? "\(written.count), " : "")\($0.state)"
      }
      let timing = LetterTiming.advice(kind, dossier, settings, now: now)
      let option = PickerOverlay.Option(
        dossier.title(of: kind), detail: state ?? timing ?? "",
        disabled: LetterRules.refusal(kind, dossier, now: now)
      ) { desk in
        desk.folder.map { begin(kind, $0.dossier, desk) } ?? []
      }
      return (kind: kind, option: option)
    }
    // What is still to be written comes first, what does not fit last.
    let sent = Set(dossier.letters.filter(\.isSent).map(\.kind))
    let fitting = all.filter { $0.option.disabled == nil }
    let order =
      fitting.filter { !sent.contains($0.kind.rawValue) }
      + fitting.filter { sent.contains($0.kind.rawValue) }
      + all.filter { $0.option.disabled != nil }
    return PickerOverlay("Which letter?", order.map(\.option))
  }

  /// Begins a letter: at once when one reader suits it, else with the question to whom.
  static func begin(_ kind: LetterKind, _ dossier: Dossier, _ desk: Desk) -> [Request] {
    let people = LetterRules.whoCanGet(kind, dossier, now: desk.now)
    if people.count > 1 {
      return [
        .open(
          recipientPicker(people, kind, dossier, desk) { to, desk in
            desk.folder.map { begin(kind, to: to, $0.dossier) } ?? []
          })
      ]
    }
    return begin(kind, to: people.first?.id, dossier)
  }

  /// Begins a letter to somebody, or goes on with the one that was begun.
  static func begin(_ kind: LetterKind, to: ID?, _ dossier: Dossier) -> [Request] {
    let application = dossier.application.id
    if let begun = dossier.letters.first(where: {
      $0.letterKind == kind && $0.to == to && !$0.isSent
    }) {
      return [.form(.letter(application, begun.id)), .notice("You started this one before.")]
    }
    // The day is the user's to set, and there is no such letter without one.
    if kind == .access { return [.open(dayPicker(kind, to: to, application))] }
    return draft(kind, to: to, application, due: nil)
  }

  /// Drafts a letter that asks for an answer by a day, or by none.
  private static func draft(
    _ kind: LetterKind, to: ID?, _ application: ID, due: Day?
  ) -> [Request] {
    [.effect(.draftLetter(LetterWanted(application: application, kind: kind, to: to, due: due)))]
  }

  /// By when an answer is asked for.
  private static func dayPicker(
    _ kind: LetterKind, to: ID?, _ application: ID
  ) -> PickerOverlay {
    let spans = [
      (14, "in two weeks"), (30, "in a month"), (45, "in six weeks"), (60, "in two months"),
    ]
    return PickerOverlay(
      "When do you need an answer?",
      spans.map { days, title in
        .init(title) { desk in
          draft(kind, to: to, application, due: desk.now.day.adding(days: days))
        }
      })
  }

  /// To whom; what is done with the one who was picked, or with nobody.
  static func recipientPicker(
    _ people: [Person], _ kind: LetterKind?, _ dossier: Dossier, _ desk: Desk,
    does: @escaping @Sendable (ID?, inout Desk) -> [Request]
  ) -> PickerOverlay {
    var options = people.map { person in
      PickerOverlay.Option(
        person.name, detail: person.part.label,
        disabled: kind.flatMap { LetterRules.refusal($0, dossier, to: person, now: desk.now) }
      ) { desk in does(person.id, &desk) }
    }
    options = options.filter { $0.disabled == nil } + options.filter { $0.disabled != nil }
    options.append(
      .init("No one in particular", detail: "{people} adds people") { desk in does(nil, &desk) })
    return PickerOverlay("Who is it for?", options, named: desk.commands)
  }
}
