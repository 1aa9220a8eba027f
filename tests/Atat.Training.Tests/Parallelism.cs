// Networks take all cores already, and live tensors are counted for the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
