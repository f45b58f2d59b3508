import Foundation

/// A folder of its own for one test, with the real program to run in it.
struct Workplace: ~Copyable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "pumpurs-command-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The root of the repository.
    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The program that the build made beside the tests.
    static let program: URL = {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "pumpurs")
        return FileManager.default.isExecutableFile(atPath: beside.path)
            ? beside : repository.appending(path: ".build/release/pumpurs")
    }()

    /// What a run of the program gave.
    struct Outcome {
        let code: Int32
        let output: String
        let errors: String
    }

    /// Runs the program.
    func run(_ arguments: String...) throws -> Outcome { try run(list: arguments) }

    /// Runs the program with arguments that are put together.
    func run(list arguments: [String]) throws -> Outcome {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let output = folder.appending(path: ".output")
        let errors = folder.appending(path: ".errors")
        for file in [output, errors] {
            _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Outcome(
            code: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    /// Runs a script of the shell in which `$PUMPURS` is the program.
    func shell(_ script: String) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment
            .merging(["PUMPURS": Self.program.path]) { $1 }
        let errors = folder.appending(path: ".errors")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Outcome(
            code: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    /// Runs the program and measures the seconds of processor time and the bytes of memory it took.
    func measure(_ arguments: String...) throws -> (Outcome, seconds: Double, peak: Int) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [
                "python3", "-c",
                """
                import json, resource, subprocess, sys
                run = subprocess.run(sys.argv[2:], cwd=sys.argv[1], capture_output=True, text=True)
                used = resource.getrusage(resource.RUSAGE_CHILDREN)
                print(json.dumps([run.returncode, run.stdout, run.stderr,
                    used.ru_utime + used.ru_stime, used.ru_maxrss * 1024]))
                """, folder.path, Self.program.path,
            ] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let values = try JSONSerialization.jsonObject(with: data) as? [Any] ?? []
        let outcome = Outcome(
            code: (values.first as? NSNumber)?.int32Value ?? -1, output: values[1] as? String ?? "",
            errors: values[2] as? String ?? "")
        return (
            outcome, (values[3] as? NSNumber)?.doubleValue ?? .infinity,
            (values[4] as? NSNumber)?.intValue ?? .max
        )
    }

    /// Runs `pumpurs report` over the inbox of the workplace.
    func report(language: String = "en") throws -> Outcome {
        try run(
            "report", "--inbox", "inbox", "--pipelines", "pipelines", "--state", "state",
            "--output", "reports", "--language", language)
    }

    /// Copies the definitions and the sample data into the workplace.
    func copySamples() throws {
        try copyDefinitions()
        try FileManager.default.copyItem(
            at: Self.repository.appending(path: "sample-data"), to: path("inbox"))
    }

    /// Copies the definitions and the sample data of one semester, which are reported sooner than all.
    func copySamples(of semester: String) throws {
        try copySamples()
        for school in ["jaundubulti", "sloka", "vaivari"] {
            let folder = path("inbox/\(school)").path
            for name in try FileManager.default.contentsOfDirectory(atPath: folder)
            where name != semester {
                try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
            }
        }
    }

    /// Copies the definitions into the workplace.
    func copyDefinitions() throws {
        try FileManager.default.copyItem(
            at: Self.repository.appending(path: "pipelines"), to: path("pipelines"))
    }

    func path(_ name: String) -> URL { folder.appending(path: name) }

    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: path(name))) }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: path(name)), as: UTF8.self)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try FileManager.default.createDirectory(
            at: path(name).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: path(name))
    }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func text(_ name: String, _ encoding: String.Encoding) throws -> String {
        String(bytes: try bytes(name), encoding: encoding) ?? ""
    }

    /// The physical lines of a file, without their ends.
    func lines(_ name: String) throws -> [[UInt8]] {
        try bytes(name).split(separator: 0x0A, omittingEmptySubsequences: true).map { line in
            Array(line.last == 0x0D ? line.dropLast() : line)
        }
    }

    func lineCount(_ name: String) throws -> Int { try lines(name).count }

    /// Changes the physical lines of a file; it is written with CRLF.
    func editLines(_ name: String, _ edit: (inout [[UInt8]]) throws -> Void) throws {
        var lines = try lines(name)
        try edit(&lines)
        try write(Array(lines.map { $0 + [0x0D, 0x0A] }.joined()), to: name)
    }

    /// Starts a process that holds a lock, and returns when it has it.
    func hold(lock name: String, seconds: Int) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            """
            import fcntl, sys, time
            file = open(sys.argv[1], "a")
            fcntl.flock(file, fcntl.LOCK_EX)
            print("held", flush=True)
            time.sleep(float(sys.argv[2]))
            """, path(name).path, "\(seconds)",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        _ = pipe.fileHandleForReading.availableData
        return process
    }

    /// The files below a folder with their bytes, by path.
    func files(in name: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for file in FileManager.default.subpaths(atPath: path(name).path) ?? [] {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(
                atPath: path("\(name)/\(file)").path, isDirectory: &isFolder)
            if !isFolder.boolValue { files[file] = try bytes("\(name)/\(file)") }
        }
        return files
    }
}
