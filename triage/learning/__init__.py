"""Training, calibrating and measuring the classifier. Pure but for the model file."""
