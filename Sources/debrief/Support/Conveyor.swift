import DebriefModel
import DebriefStore
import CTerminal
import Glibc

/// Passes things from a second thread, which makes them, to the one that called, which takes them in the
/// same order: reading a document and writing the store then have a processor each. Only a few things
/// are on the way, whichever of the two is slower.
///
/// It is the one place where a command uses a second thread; the thread has ended when it returns.
final class Conveyor<Thing> {
  /// How the two sides ended; nil where one did all it had to do.
  struct End {
    var making: (any Error)?
    var taking: (any Error)?
  }

  /// So many things are handed over at once, or fewer when they are heavy.
  private static var most: Int { 64 }
  /// So many bytes are heavy enough to be handed over.
  private static var heavy: Int { 1 << 17 }
  /// So many loads wait at most.
  private static var room: Int { 3 }

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let moved = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var loads: [[Thing]] = []
  private var isMade = false
  private var end = End()
  /// What is put together next, and its weight: only the maker knows of it.
  private var load: [Thing] = []
  private var weight = 0

  private init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(moved, nil)
  }

  deinit {
    pthread_cond_destroy(moved)
    pthread_mutex_destroy(mutex)
    moved.deallocate()
    mutex.deallocate()
  }

  /// Runs both sides until the maker has ended.
  ///
  /// - Parameters:
  ///   - make: Runs on the second thread, and hands each thing over with its weight in bytes. Once one
  ///     was refused, that throws why.
  ///   - take: Runs on this thread, for each thing up to the first that it refuses.
  static func run(
    _ make: @escaping (_ put: (Thing, Int) throws -> Void) throws -> Void,
    to take: (Thing) throws -> Void
  ) -> End {
    let conveyor = Conveyor()
    guard let maker = start({ conveyor.makeAll(make) }) else {
      // A system that gives no thread is given its time one after the other.
      do {
        try make { thing, _ in
          if let refused = conveyor.end.taking { throw refused }
          do { try take(thing) } catch {
            conveyor.end.taking = error
            throw error
          }
        }
      } catch { conveyor.end.making = error }
      return conveyor.end
    }
    while let load = conveyor.next() {
      for thing in load where conveyor.end.taking == nil {
        do { try take(thing) } catch { conveyor.locked { conveyor.end.taking = error } }
      }
    }
    pthread_join(maker, nil)
    // What it worked with lies in memory that nobody else would use.
    dt_give_back()
    return conveyor.end
  }

  // MARK: The maker's side

  private func makeAll(_ make: (_ put: (Thing, Int) throws -> Void) throws -> Void) {
    var failure: (any Error)?
    do {
      try make { thing, weight in
        self.load.append(thing)
        self.weight += weight
        if self.load.count >= Conveyor.most || self.weight >= Conveyor.heavy { try self.handOver() }
      }
      try handOver()
    } catch { failure = error }
    locked {
      // What came before a fault is taken: it may be refused, and that comes first then.
      if failure != nil, !load.isEmpty { loads.append(load) }
      end.making = failure
      isMade = true
      pthread_cond_broadcast(moved)
    }
  }

  private func handOver() throws {
    let refused = locked { () -> (any Error)? in
      while loads.count >= Conveyor.room { pthread_cond_wait(moved, mutex) }
      if end.taking == nil, !load.isEmpty { loads.append(load) }
      pthread_cond_broadcast(moved)
      return end.taking
    }
    load = []
    weight = 0
    if let refused { throw refused }
  }

  // MARK: The taker's side

  private func next() -> [Thing]? {
    locked {
      while loads.isEmpty, !isMade { pthread_cond_wait(moved, mutex) }
      guard !loads.isEmpty else { return nil }
      pthread_cond_broadcast(moved)
      return loads.removeFirst()
    }
  }

  private func locked<T>(_ body: () -> T) -> T {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}

private final class Job {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}

/// Starts a thread; nil where there is none to be had.
private func start(_ run: @escaping () -> Void) -> pthread_t? {
  let job = Unmanaged.passRetained(Job(run))
  var thread = pthread_t()
  let code = pthread_create(
    &thread, nil,
    { job in
      if let job { Unmanaged<Job>.fromOpaque(job).takeRetainedValue().run() }
      return nil
    }, job.toOpaque())
  if code == 0 { return thread }
  job.release()
  return nil
}

extension Conveyor<Entity> {
  /// Takes everything in a store, read by the second thread.
  ///
  /// - Throws: What `take` threw, or else what reading did.
  static func everything(in store: Store, _ take: (Entity) throws -> Void) throws {
    let end = run({ put in try store.everything(put) }, to: take)
    if let failure = end.taking ?? end.making { throw failure }
  }
}
