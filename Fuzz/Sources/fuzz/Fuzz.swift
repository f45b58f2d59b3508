import CFuzzer
import Glibc

/// The entry: `fuzz seeds FOLDER REPOSITORY` writes the seeds of all targets, `fuzz TARGET …` hands the
/// other arguments to libFuzzer.
@main
struct Fuzz {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count > 1 else { usage() }
        if arguments[1] == "seeds", arguments.count == 4 {
            exit(Seeds.write(into: arguments[2], from: arguments[3]) ? 0 : 1)
        }
        // The driver knows its own arguments only, so the target's name is taken out.
        var pointers = [CommandLine.unsafeArgv[0]]
        for index in 2..<max(2, arguments.count) {
            pointers.append(CommandLine.unsafeArgv[index])
        }
        var count = Int32(pointers.count)
        pointers.append(nil)
        pointers.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            let code =
                switch arguments[1] {
                case "delimited": LLVMFuzzerRunDriver(&count, &start, runDelimited)
                case "xml": LLVMFuzzerRunDriver(&count, &start, runXML)
                case "workbook": LLVMFuzzerRunDriver(&count, &start, runWorkbook)
                default: usage()
                }
            exit(code)
        }
    }

    private static func usage() -> Never {
        print("fuzz delimited|xml|workbook ARGUMENTS OF LIBFUZZER\nfuzz seeds FOLDER REPOSITORY")
        exit(64)
    }
}

private let runDelimited: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = {
    DelimitedTarget.run(UnsafeBufferPointer(start: $0, count: $1))
    return 0
}

private let runXML: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = {
    XMLTarget.run(UnsafeBufferPointer(start: $0, count: $1))
    return 0
}

private let runWorkbook: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = {
    WorkbookTarget.run(UnsafeBufferPointer(start: $0, count: $1))
    return 0
}
