import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc

extension StoreOptions {
  /// Works on the store, made when there is none.
  func writing<T>(_ body: (Session, Store) throws -> T) throws -> T {
    try refuseDemo()
    let session = try session()
    return try Self.use(try session.store(), session) { try Self.caring($0, $1, body) }
  }

  /// Changes a store that should be there.
  func changing<T>(_ body: (Session, Store) throws -> T) throws -> T {
    try refuseDemo()
    return try reading { try Self.caring($0, $1, body) }
  }

  /// Does what a command is for and, once on each day of use, makes a backup: when the answer is printed, so
  /// that nobody waits for it.
  private static func caring<T>(
    _ session: Session, _ store: Store, _ body: (Session, Store) throws -> T
  ) throws -> T {
    let before = store.changes
    let result: T
    do { result = try body(session, store) } catch let failure as Failure {
      // Somebody who reads only of a full disk would do it again.
      guard Output.isLost, store.changes > before else { throw failure }
      throw Failure(
        failure.description
          + " But your notes were changed as you asked, so don't run the command again.",
        code: failure.code)
    }
    if store.lacksBackup(of: session.now.day) {
      // Before the backup, so that it does not hold what was deleted long ago.
      session.purgeOfTheDay(store)
      do { try store.backUp(.daily, at: session.now) } catch {
        complain("today's backup couldn't be made: \(Failure(error).description)")
      }
    }
    return result
  }

  /// Works on a store that should be there. Where none was named and none was made yet, an empty one
  /// takes its place, so that asking leaves no file behind; `--demo` looks at the sample data.
  func reading<T>(_ body: (Session, Store) throws -> T) throws -> T {
    let session = try session()
    if demo { return try Self.use(try session.demo(), session, body) }
    let path = session.paths.database
    let named = database != nil || session.environment["DEBRIEF_DATABASE"]?.isEmpty == false
    let store =
      !named && access(path, F_OK) != 0 && errno == ENOENT
      ? try session.emptyStore() : try session.store(access: .existing)
    return try Self.use(store, session, body)
  }

  private static func use<T>(
    _ store: Store, _ session: Session, _ body: (Session, Store) throws -> T
  ) throws -> T {
    let result: T
    do { result = try body(session, store) } catch {
      try? store.close()
      throw error
    }
    try store.close()
    return result
  }
}

extension Store {
  /// The application a reference means, with all that belongs to it.
  func dossier(_ reference: String) throws -> Dossier {
    try dossier(reference, writing: false)
  }

  /// The same for a command that writes to it, which takes no beginning of one or two letters.
  func target(_ reference: String) throws -> Dossier { try dossier(reference, writing: true) }

  private func dossier(_ reference: String, writing: Bool) throws -> Dossier {
    guard let dossier = try dossier(try resolve(reference, writing: writing)) else {
      throw StoreError.notFound(reference)
    }
    return dossier
  }

  /// Makes a change with new ids and carries it out. Under a standing clock an id may be taken
  /// already, after an undo above all: then the next ones are drawn.
  func perform<T>(
    _ session: Session, _ make: (inout IDSource, Moment) throws -> (change: Change, result: T)
  ) throws -> T {
    var ids = try session.ids(self)
    let now = session.now
    var made = try make(&ids, now)
    while session.clock.isFixed, try holdsAny(of: made.change) { made = try make(&ids, now) }
    try apply(made.change, at: now)
    return made.result
  }
}
