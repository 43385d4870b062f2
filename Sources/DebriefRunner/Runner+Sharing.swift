import DebriefApp
import DebriefModel
import DebriefStore

/// What the screen does where another window, or a command, may have written to the same store.
extension Runner {
  /// Carries out a change, and tells what of it met with a change from elsewhere.
  func apply(_ change: Change, then sequel: Sequel) throws {
    let change = understood(change)
    do {
      let (done, met) = try store.applyMeeting(change, at: session.now)
      send(.applied(done, met: met, then: sequel))
      wantsBackup()
    } catch let error as StoreError {
      guard case .unconfirmed = error else { throw error }
      // It is on file; that the disk is failing weighs more than what would be said of it.
      send(.applied(change, then: sequel))
      send(.failed(error.description))
    }
  }

  /// A change with what the words in it plainly say, where it brings words of the employer's.
  private func understood(_ change: Change) -> Change {
    guard Recipe.bringsTheirWords(change) else { return change }
    let reader = RefusalReader(library.refusals().words)
    return Recipe.understood(
      change, known: { (try? store.dossier($0))??.marks ?? [] }, now: session.now,
      read: { reader.read($0, on: $1) })
  }

  /// Takes the last change back; asks first where a private note would go out of sight, or where
  /// another window made it.
  func undo(ofOthers: Bool) throws {
    do { send(.undone(try store.undo(at: session.now, ofOthers: ofOthers))) } catch let error
      as StoreError
    {
      switch error {
      case .hidesPrivateNote(let company): send(.undoHides(company: company))
      case .madeElsewhere(let title): send(.undoOfOthers(title: title))
      default: throw error
      }
    }
  }

  /// Takes changes back together; asks first where a private note would go out of sight.
  func undo(downTo number: Int, seen: [Int], hidingPrivateNotes: Bool) throws {
    do {
      send(
        .undoneDown(
          try store.undo(
            downTo: number, at: session.now, hidingPrivateNotes: hidingPrivateNotes,
            expecting: seen)))
    } catch StoreError.hidesPrivateNote(let company) {
      send(
        .undoHides(
          company: company, yes: .undoDown(to: number, seen: seen, hiding: true)))
    }
  }

  /// Forgets what this screen had typed in a form. Where a screen that is gone was at the same form, its
  /// text is the next to be offered.
  func discard(_ scope: String) throws {
    guard kept.removeValue(forKey: scope) != nil else { return }
    guard let next = try store.discardDraft(scope: scope) else { return }
    kept[scope] = next
    send(.inherited(next))
  }

  /// Stores a private note over what this screen stored of it last.
  func save(_ note: PrivateNote, over base: String) throws {
    let stored = try store.save(note, over: keptPrivate?.text ?? base)
    keptPrivate = note
    send(.keptPrivate(note, stored: stored))
  }

  /// Puts a standing clock forward.
  package func advance(seconds: Int) { session.clock.advance(seconds: seconds) }
}
