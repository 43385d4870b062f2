import CSQLite
import Foundation
import GRDB
import Glibc

/// A stored row that does not hold what its column must hold.
struct Unreadable: Error {
  /// The table it came from, when known.
  var table: String?
}

/// What a closure threw that the caller of the store gave: a pipe that nobody reads on is no fault of
/// the store.
struct CallersError: Error {
  let error: any Error
}

extension StoreError {
  /// What an error means to the user. Neither SQL nor its arguments are passed on.
  ///
  /// - Parameter system: What the system said of the call that failed, where it was SQLite's.
  init(_ error: any Error, path: String, system: Int32 = 0) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError: self.init(error, system, path: path)
    case let error as Unreadable:
      self = .damaged(path: path, detail: "a row of \(error.table ?? "a table") can't be read")
    case is DecodingError, is RowDecodingError:
      self = .damaged(path: path, detail: "stored JSON can't be read")
    default: self = .io("\(type(of: error)) at \(path)")
    }
  }

  private init(_ error: DatabaseError, _ system: Int32, path: String) {
    let detail = error.resultCode.description
    // To SQLite a quota, a limit and a broken disk are one; the system tells them apart.
    let noted = ds_noted()
    let system = noted == 0 ? system : noted
    let room = [ENOSPC, EDQUOT, EFBIG].contains(noted) ? noted : 0
    if error.extendedResultCode == .SQLITE_READONLY_DBMOVED {
      self = .moved(path)
      return
    }
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path)
    case .SQLITE_FULL: self = room == 0 ? .full(path) : Location.failure(room, at: path)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT, .SQLITE_EMPTY:
      self = .damaged(path: path, detail: detail)
    case .SQLITE_CONSTRAINT where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY:
      self = .refused(
        "This application was changed in another window, so nothing was saved here. "
          + "Look at it again, then try once more.")
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_ERROR, .SQLITE_SCHEMA:
      // Our own SQL against our own schema: either the file lost a table or a rule of it is broken.
      self = .damaged(path: path, detail: detail)
    case .SQLITE_TOOBIG: self = .tooLong
    case .SQLITE_CANTOPEN where room != 0: self = Location.failure(room, at: path)
    case .SQLITE_IOERR where [ENOSPC, EDQUOT, EFBIG].contains(system):
      self = Location.failure(system, at: path)
    // Write access was taken away while the file was open: its journal can only be read then.
    case .SQLITE_IOERR where [EBADF, EACCES, EPERM, EROFS].contains(system): self = .readOnly(path)
    case .SQLITE_IOERR where system != 0: self = .io(reason(system, at: path))
    case .SQLITE_CANTOPEN: self = .io("\(path) can't be opened")
    default: self = .io("\(detail) at \(path)")
    }
  }
}
