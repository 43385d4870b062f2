import DebriefApp
import DebriefModel
import DebriefStore

/// The backup of the day, made while nobody types: a few pages at a time between two looks at the keyboard,
/// then checked and named on a thread of its own, for nobody else knows of the copy.
extension Runner {
  /// Seconds that a step takes about; a key that comes meanwhile waits for no more.
  static let backupStep = 0.001
  /// So many pages are copied before the clock is looked at.
  static let backupPages = 16
  /// Seconds between two looks at a copy that is being checked.
  static let backupLook = 0.05
  /// Seconds until a backup is begun that another program kept from it.
  static let backupWait = 5.0
  /// Seconds until a copy goes on that another program held up.
  static let backupRest = 0.25

  /// Has the backup of the day made, if it was not yet.
  func wantsBackup() {
    guard keepsBackups, backup == nil, publishing == nil else { return }
    let day = session.now.day
    guard day != backupDay else { return }
    backupDay = day
    if store.lacksBackup(of: day) { backupAt = Clock.monotonic }
  }

  /// Goes on with it, when it is time to.
  func goOnWithBackup() {
    guard let at = backupAt, Clock.monotonic >= at else { return }
    do {
      if let publishing {
        guard let result = publishing.done else { return later(Runner.backupLook) }
        self.publishing = nil
        backupAt = nil
        _ = try result.get()
      } else {
        try goOnCopying()
      }
    } catch let error as StoreError where error.isLocked {
      // Another program has the file: that is said where somebody waits for it.
      later(Runner.backupWait)
    } catch {
      giveUpBackup()
      send(.failed("Today's backup couldn't be made. " + Failure(error).description))
    }
  }

  private func goOnCopying() throws {
    if backup == nil { backup = try store.beginBackup(.daily, at: session.now) }
    guard let backup else {
      // Nothing was ever written: what is written today is asked about again.
      backupAt = nil
      backupDay = nil
      return
    }
    let start = Clock.monotonic
    repeat {
      guard try backup.step(pages: Runner.backupPages) else { continue }
      self.backup = nil
      let closing = try backup.close()
      publishing = Aside { Result { try closing.publish() } }
      return later(Runner.backupLook)
    } while Clock.monotonic - start < Runner.backupStep
    later(backup.isHeldUp ? Runner.backupRest : 0)
  }

  /// Goes on with whatever waits for a pause in the typing.
  func goOnWithCare() {
    goOnWithBackup()
    goOnForgetting()
  }

  /// A private note was deleted, perhaps: backups are to forget it, too.
  func wantsForgetting() {
    if keepsBackups, store.owesForgetting, forgetAt == nil { forgetAt = Clock.monotonic }
  }

  /// One backup at a time. Where that fails it is tried again when the file is closed, and on the next day.
  private func goOnForgetting() {
    guard let at = forgetAt, Clock.monotonic >= at else { return }
    do {
      if forgetting == nil { forgetting = try store.forgetting() }
      if try forgetting?.next() == true { return forgetAt = Clock.monotonic }
      if let forgetting { try store.forgot(forgetting) }
    } catch {
      send(.failed("A backup still has the private note. " + Failure(error).description))
    }
    forgetting = nil
    forgetAt = nil
  }

  private func later(_ seconds: Double) { backupAt = Clock.monotonic + seconds }

  private func giveUpBackup() {
    backup?.abandon()
    backup = nil
    publishing = nil
    backupAt = nil
  }

  /// The user leaves: a copy that is whole gets its name, one that is not is made another time.
  func endBackup() {
    if let publishing { _ = publishing.wait() }
    giveUpBackup()
  }
}
