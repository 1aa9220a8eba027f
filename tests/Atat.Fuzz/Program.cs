using System.Diagnostics;
using System.Globalization;
using Atat.Fuzz;

// dotnet run --project tests/Atat.Fuzz -c Release -- [inputs] [seed] [first input]
var inputs = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var seed = args.Length > 1 ? long.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var first = args.Length > 2 ? long.Parse(args[2], CultureInfo.InvariantCulture) : 0;
var folder = Directory.CreateTempSubdirectory("atat-fuzz-").FullName;
var targets = FuzzTargets.Make();
var fuzzer = new Fuzzer(targets, seed, folder);
Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{inputs:N0} inputs from {first:N0}, seed {seed}, {targets.Count} readers, in {folder}"));
var clock = Stopwatch.StartNew();
using (new Timer(_ => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fuzzer.Done:N0} inputs, {fuzzer.Unclean.Count} unclean, {clock.Elapsed:hh\\:mm\\:ss}")), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)))
{
    fuzzer.Run(first, inputs);
}

Directory.Delete(folder, recursive: true);
foreach (var line in fuzzer.Unclean.Take(50))
{
    Console.WriteLine(line);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fuzzer.Done:N0} inputs, seed {seed}, {targets.Count} readers: {fuzzer.ReadCount:N0} read, {fuzzer.RefusedCount:N0} refused in one line, {fuzzer.Unclean.Count:N0} unclean ends, {clock.Elapsed:hh\\:mm\\:ss}"));
return fuzzer.Unclean.IsEmpty ? 0 : 1;
