Console.WriteLine("atat");
