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
      return PickerOption(
        id: kind.rawValue, title: "\(kind.rawValue) \(kind.title)",
        detail: state ?? timing ?? "",
        disabled: LetterRules.refusal(kind, dossier, now: now))
    }
    // What is still to be written comes first, what does not fit last.
    let sent = Set(dossier.letters.filter(\.isSent).map(\.kind))
    let fitting = all.filter { $0.disabled == nil }
    return PickerOverlay(
      picker: Picker(
        title: "Which letter?",
        options: fitting.filter { !sent.contains($0.id) } + fitting.filter { sent.contains($0.id) }
          + all.filter { $0.disabled != nil },
        filterable: false), purpose: .letterKind)
  }

  /// Begins a letter: at once when one reader suits it, else with the question to whom.
  static func begin(_ kind: LetterKind, _ dossier: Dossier, now: Moment) -> [Request] {
    let people = LetterRules.whoCanGet(kind, dossier, now: now)
    if people.count > 1 {
      return [
        .overlay(.picker(recipientPicker(people, kind, dossier, .letterRecipient(kind), now: now)))
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
      return [.form(.letter(application, begun.id)), .notice("It was begun before.")]
    }
    // The day is the user's to set, and there is no such letter without one.
    if kind == .access { return [.overlay(.picker(dayPicker(kind, to: to)))] }
    return draft(kind, to: to, dossier, due: nil)
  }

  /// Drafts a letter that asks for an answer by a day, or by none.
  static func draft(_ kind: LetterKind, to: ID?, _ dossier: Dossier, due: Day?) -> [Request] {
    [
      .effect(
        .draftLetter(
          LetterWanted(application: dossier.application.id, kind: kind, to: to, due: due)))
    ]
  }

  /// By when an answer is asked for.
  private static func dayPicker(_ kind: LetterKind, to: ID?) -> PickerOverlay {
    let options = [
      (14, "in two weeks"), (30, "in a month"), (45, "in six weeks"), (60, "in two months"),
    ]
    return PickerOverlay(
      picker: Picker(
        title: "Asking for an answer",
        options: options.map { PickerOption(id: String($0.0), title: $0.1) }, filterable: false),
      purpose: .letterDay(kind, to: to))
  }

  /// To whom.
  static func recipientPicker(
    _ people: [Person], _ kind: LetterKind?, _ dossier: Dossier, _ purpose: PickerOverlay.Purpose,
    now: Moment
  ) -> PickerOverlay {
    var options = people.map { person in
      PickerOption(
        id: person.id.text, title: person.name, detail: person.part.label,
        disabled: kind.flatMap { LetterRules.refusal($0, dossier, to: person, now: now) })
    }
    options = options.filter { $0.disabled == nil } + options.filter { $0.disabled != nil }
    options.append(PickerOption(id: "", title: "Nobody by name", detail: "{people} adds people"))
    return PickerOverlay(
      picker: Picker(title: "To whom?", options: options, filterable: false), purpose: purpose)
  }
}
