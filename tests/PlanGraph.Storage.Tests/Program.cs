using System.Globalization;
using PlanGraph.Storage.Tests.Embedded;
using Xunit.Runner.InProc.SystemConsole;

// Started by a test as another process with a store; else the test runner's own entry.
return args is [ChildProgram.Word, var mode, var directory, var seed]
    ? await ChildProgram.RunAsync(mode, directory, int.Parse(seed, CultureInfo.InvariantCulture))
    : await ConsoleRunner.Run(args);
