import DebriefModel
import Glibc
import TestSupport

@testable import DebriefStore

/// A private folder that is gone when the test is.
final class Folder {
  let path: String
  init() {
    // In memory where the system offers it: syncing thousands of commits only costs time.
    let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array((base + "/debrief-test-XXXXXX").utf8CString)
    precondition(mkdtemp(&template) != nil)
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }
  deinit { remove(path) }
  func callAsFunction(_ name: String = "debrief.db") -> String { path + "/" + name }

  private func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(folder)
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

/// What undo would take back and redo do again, by title.
func undoable(_ store: Store) throws -> (undo: String?, redo: String?) {
  let all = try store.history(limit: .max)
  return (all.first { $0.undone == nil }?.title, all.last { $0.undone != nil }?.title)
}

/// Noon by a clock an hour ahead: that an offset is kept shows in every test.
let noon = Moment(TestClock.day, hour: 12, zone: .fixed(60))

func application(_ id: String, _ company: String, _ role: String = "Engineer", at: Moment = noon)
  -> Application
{
  Application(id: ID(id), created: at) {
    $0.company = company
    $0.role = role
  }
}

func finding(_ id: String, of application: String, _ statement: String, at: Moment = noon)
  -> Finding
{
  Finding(id: ID(id), application: ID(application), kind: .weakness, recorded: at) {
    $0.statement = statement
  }
}

func inserts(_ entities: Entity...) -> Change { Change("add", entities.map { .insert($0) }) }

func mode(_ path: String) -> UInt32 {
  var info = stat()
  return stat(path, &info) == 0 ? info.st_mode & 0o7777 : 0
}

func bytes(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var all: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 65536)
  while true {
    let count = fread(&part, 1, part.count, file)
    if count == 0 { return all }
    all += part[..<count]
  }
}

func write(_ bytes: [UInt8], to path: String) {
  guard let file = fopen(path, "w") else { return }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
}
