import DebriefModel
import Glibc
import TestSupport

@testable import DebriefStore

typealias Folder = PrivateFolder

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

func bytes(_ path: String) -> [UInt8] { fileBytes(path) }

func write(_ bytes: [UInt8], to path: String) { writeFile(bytes, to: path) }

/// A fact of so many days before ``noon``, and the day that something is due, so many days after it.
func event(_ id: String, _ kind: Event.Kind, _ daysAgo: Int, due: Int? = nil) -> Event {
  Event(
    id: ID("\(id)-\(kind)"), application: ID(id), kind: kind, on: noon.day.adding(days: -daysAgo),
    recorded: noon
  ) { $0.due = due.map { noon.day.adding(days: $0) } }
}
