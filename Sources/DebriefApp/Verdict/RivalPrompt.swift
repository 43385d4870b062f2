import DebriefModel
import TUI

/// Before a cause that blames oneself is kept, one other is asked for in a box that a key passes (A5). The words go into the same change, so that one undo takes both back.
extension App {
  /// The question a change leads to; nil when it makes no weakness of one's own.
  func rivalPrompt(
    _ change: Change, _ dossier: Dossier, then sequel: Sequel = .none
  ) -> RivalOverlay? {
    guard dossier.isDecided else { return nil }
    let reasons = desk.content.reasons
    let isWanted = change.operations.contains { operation in
      guard let finding = Recipe.newWeakness(operation) else { return false }
      return dossier.asksForRival(finding, reasons: reasons)
    }
    guard isWanted else { return nil }
    return RivalOverlay(
      done: { words, key in [.app { $0.answeredRival(words, change, then: sequel, key: key) }] },
      isPassed: screen == .review && overlays.isEmpty)
  }

  /// The same for what is made anywhere, of any application: one that is not open is read first. Nil
  /// when there is nothing to ask.
  mutating func rivalFirst(_ change: Change) -> [Effect]? {
    guard let it = change.operations.compactMap(Recipe.newWeakness).first else { return nil }
    guard screen != .home, let folder = desk.folder, folder.id == it.application else {
      return [.weigh(change, of: it.application)]
    }
    guard let prompt = rivalPrompt(change, folder.dossier) else { return nil }
    overlays.append(prompt)
    return []
  }

  /// The dossier came that such a change waits for. What is open stays open.
  mutating func weighed(_ change: Change, _ dossier: Dossier?) -> [Effect] {
    if let dossier, let prompt = rivalPrompt(change, dossier) {
      overlays.append(prompt)
      return []
    }
    notice = Notice(text: "Done: \(change.title). {undo} undoes it.")
    return kept(change, then: .none)
  }

  /// What was typed, or that nothing came to mind, goes with the change.
  private mutating func answeredRival(
    _ words: String, _ change: Change, then sequel: Sequel, key: Key?
  ) -> [Effect] {
    let isEmpty = words.allSatisfy(\.isWhitespace)
    let hint =
      screen == .review
      ? "{review.verdict} shows what decided it." : "{undo} undoes it."
    notice = Notice(
      text: isEmpty ? "Saved. \(hint)" : "Saved, along with the other explanation.")
    let id = desk.folder?.id
    let next: Sequel =
      if let key, let id {
        // The key works on what is there once the change is stored.
        sequel.and { _ in
          [.loadDossier(id, then: Sequel { app in app.input(.key(key)) })]
        }
      } else {
        sequel
      }
    return kept(
      Recipe.rival(isEmpty ? VerdictReasons.nothingElse : words, in: change), then: next)
  }

  /// Makes the change; the form that led to it goes with it.
  private mutating func kept(_ change: Change, then sequel: Sequel) -> [Effect] {
    if let form = overlays.last as? FormOverlay, form.purpose.kind is CaptureForm {
      return finish(change)
    }
    return [.apply(change, then: sequel)]
  }
}
