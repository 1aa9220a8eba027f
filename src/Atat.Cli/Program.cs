using Atat.Cli;

return await AtatCommand.RunAsync(args, Terminal.OfProcess(), CancellationToken.None);
