import DebriefContent
import DebriefModel
import DebriefStore
import Foundation
import Glibc

/// What every command starts from: the clock, the paths, the store, the ids.
package struct Session {
  /// Where everything is.
  package let paths: Paths
  /// What time it is.
  package var clock: Clock
  /// What was asked of the environment.
  package let environment: [String: String]
  /// The user's settings.
  package let configuration: Configuration

  /// - Parameters:
  ///   - database: The file that `--database` names.
  ///   - environment: What is asked about of it.
  ///   - needsStore: Whether there must be a place for the notes.
  /// - Throws: What ``Clock`` and ``Paths`` throw.
  package init(
    database: String?, environment: [String: String] = Session.variables(),
    needsStore: Bool = true
  ) throws(Failure) {
    self.environment = environment
    clock = try Clock(environment: environment)
    paths = try Paths(database: database, environment: environment, needsStore: needsStore)
    configuration = Configuration(folder: paths.config)
    DateStyle.use(configuration.settings.dates)
  }

  /// The variables that are asked about here, and no others: to read all of them takes longer. Programs
  /// that are started get the environment itself, as it is.
  package static func variables() -> [String: String] {
    var result: [String: String] = [:]
    for name in [
      "HOME", "DEBRIEF_NOW", "DEBRIEF_DATABASE", "XDG_DATA_HOME", "XDG_CONFIG_HOME",
      "XDG_STATE_HOME", "VISUAL", "EDITOR", "NO_COLOR", "PATH", "DISPLAY", "WAYLAND_DISPLAY",
      "MAILER", "XDG_RUNTIME_DIR", "TMPDIR", "ACCESSIBLE", "PAGER",
      "CLICOLOR", "CLICOLOR_FORCE",
    ] {
      if let value = getenv(name) { result[name] = String(cString: value) }
    }
    return result
  }

  /// The time now.
  package var now: Moment { clock.now }

  /// The content, with the user's own files.
  package var library: Library {
    Library(userFolder: paths.config, checklists: checklists)
  }

  /// Where the settings have one's own checklists; nil for the usual folder, and where `~` is nowhere.
  private var checklists: String? {
    guard let path = configuration.settings.checklists, path.hasPrefix("~/") else {
      return configuration.settings.checklists
    }
    return environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + path.dropFirst() }
  }

  /// Opens the store, making it when there is none.
  ///
  /// - Throws: ``StoreError``, and a sentence where the folder of a named file is missing.
  package func store() throws -> Store {
    do {
      return try store(access: paths.isNamed ? .createNearby : .create)
    } catch StoreError.missing(let folder) where paths.isNamed {
      throw Failure(
        "There's no folder \(folder), so \(paths.database) wasn't created. Check the path.",
        code: ExitStatus.noInput)
    }
  }

  /// Opens the store.
  ///
  /// - Throws: ``StoreError`` where it can't be opened that way.
  package func store(access: Store.Access) throws -> Store {
    equipped(
      try Store(
        path: paths.database, access: access, patience: patience, zone: clock.zone,
        backups: backups))
  }

  /// The backups of the store.
  package var backups: Backups { paths.backups(began: now) }

  /// An empty store that is thrown away.
  package func emptyStore() throws -> Store {
    equipped(try Store.temporary(patience: patience, zone: clock.zone))
  }

  /// The store with the words that it asks for when a name may be one.
  private func equipped(_ store: Store) -> Store {
    let library = library
    store.everydayWords = { library.ordinaryWords() }
    return store
  }

  private var patience: Patience { configuration.settings.patience }

  /// A throw-away store with the sample data in it.
  package func demo() throws -> Store {
    let store = try emptyStore()
    _ = try store.merge(sample(), dryRun: false, at: now)
    return store
  }

  /// The sample data, moved in time so that its today is today.
  ///
  /// - Throws: `DecodingError` where the file that is compiled in is none.
  package func sample() throws -> Archive {
    let archive = try JSONDecoder().decode(Archive.self, from: Data(library.sample()))
    guard let day = Day(iso: "2026-03-20") else { return archive }
    return archive.shifted(days: day.days(to: now.day), in: clock.zone)
  }

  /// Where new ids come from: chance, or the standing clock and what the store already holds, so
  /// that a replay gives the same ids each time.
  ///
  /// - Throws: ``StoreError``, as every call.
  package func ids(_ store: Store) throws -> IDSource {
    guard clock.isFixed else { return IDSource(seed: UInt64.random(in: .min ... .max)) }
    let count = UInt64(try store.sequence())
    var seed = UInt64(bitPattern: Int64(now.seconds)) &* 31 &+ count
    // After an undo the store counts anew: a seed that was used before is passed over.
    while true {
      let source = IDSource(seed: seed)
      var first = source
      guard try store.holds(first.draw()) else { return source }
      seed &+= 0x9E37_79B9
    }
  }
}
