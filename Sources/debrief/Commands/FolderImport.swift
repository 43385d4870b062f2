import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc

/// `debrief import` of a folder that several computers write.
struct FolderImport {
  let path: String
  let dryRun: Bool

  /// Whether a path is that of a folder.
  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Takes it in, or only says what would come in.
  func run(_ options: StoreOptions) throws {
    if dryRun { return try options.reading { try take($0, $1) } }
    let session = try options.quietSession()
    let isNew = access(session.paths.database, F_OK) != 0 && errno == ENOENT
    try options.writing { session, store in
      do { try take(session, store) } catch {
        // What is refused leaves no file behind.
        if isNew { try store.discardUnused() }
        throw error
      }
    }
  }

  private func take(_ session: Session, _ store: Store) throws {
    var folder = try SyncFolder(path, apartFrom: session.paths, isNew: false)
    let progress = ProgressLine("Reading \(path)", total: 1)
    folder.watch = progress.watch
    let report = try Synchronizing(session, store, folder).import(dryRun: dryRun)
    progress.clear()
    try SyncCommand.tell(report, MergeWords.taken(report.arrived, dryRun: dryRun))
  }
}
